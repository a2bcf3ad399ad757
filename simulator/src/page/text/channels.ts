import { channels, type DemoChannel } from "../../phones/demo-channels.ts";
import { texts } from "./texts.ts";

const providers: Record<DemoChannel["provider"], string> = {
  twilio: "Twilio",
  meta: "Meta",
  kapso: "Kapso",
  telegram: "Telegram",
  email: "SMTP",
  x: "X",
  webchat: "Hilo",
};

/** What a channel is called: its platform and, where several have it, its provider. */
export function channelName(channel: DemoChannel): string {
  const name = texts.platforms[channel.platform];
  const provider = providerName(channel);
  return provider ? `${name} · ${provider}` : name;
}

/** Whose a channel is, where several providers have its platform. */
export function providerName({ platform, provider }: DemoChannel): string {
  const all = channels.filter((one) => one.platform === platform);
  return all.length > 1 ? providers[provider] : "";
}
