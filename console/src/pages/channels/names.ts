import type { Platform, Provider } from "@hilo/schema";
import type { StoredChannel } from "../../data/channel-settings.ts";
import { shownAddress } from "../../text/address.ts";
import { t } from "../../text/channels.ts";
import { w } from "../../text/words.ts";

/** "WhatsApp por Twilio"; the provider only where it is another than the platform itself. */
export function kindName({
  provider,
  platform,
}: {
  provider: Provider;
  platform: Platform;
}): string {
  const known = w[platform];
  return provider === platform ? known : `${known} ${t.by(providerName(provider))}`;
}

/** A provider's own name: its word with a capital. */
export function providerName(provider: Provider): string {
  return provider.charAt(0).toUpperCase() + provider.slice(1);
}

/** The kind of a channel and its address, where people would know it by that. */
export function aboutChannel(channel: StoredChannel): string {
  const { platform, address, settings } = channel;
  const shown = shownAddress(platform, address) ?? (settings.username && `@${settings.username}`);
  return shown ? `${kindName(channel)} · ${shown}` : kindName(channel);
}
