import { channels, type DemoChannel } from "../../demo.ts";
import { texts } from "./texts.ts";

const providers: Record<DemoChannel["provider"], string> = {
  twilio: "Twilio",
  meta: "Meta",
  kapso: "Kapso",
  telegram: "Telegram",
  email: "SMTP",
  x: "X",
};

/** What a channel is called: its platform and, where several have it, its provider. */
export function channelName({ platform, provider }: DemoChannel): string {
  const name = texts.platforms[platform];
  const others = channels.filter((one) => one.platform === platform);
  return others.length > 1 ? `${name} · ${providers[provider]}` : name;
}
