import type { Provider } from "@hilo/schema";
import { fill, webhookPaths } from "@hilo/schema/routes";
import { workspaceId } from "./demo-channels.ts";
import type { World } from "./world.ts";

/** Where the house hears of a channel of the demo; without one, of all accounts that a provider has. */
export function houseAddress({ settings }: World, provider: Provider, channelId?: string): string {
  const named = { provider, workspaceId };
  if (channelId === undefined) return settings.target + fill(webhookPaths.provider, named);
  return settings.target + fill(webhookPaths.channel, { ...named, channelId });
}
