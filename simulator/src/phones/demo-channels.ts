import type { Platform } from "./platform.ts";

/** A channel of the seeded workspace; `account` is the provider's own id of it, where it is not the address. */
type Channel = {
  id: string;
  provider: string;
  platform: Platform;
  address: string;
  account?: string;
};

const phoneNumberId = "106540352242922";

/** The channels of the seeded workspace that this end plays; ids and addresses are those of the seed. */
export const channels = [
  { id: "twilio-whatsapp", provider: "twilio", platform: "whatsapp", address: "+15550100001" },
  { id: "twilio-sms", provider: "twilio", platform: "sms", address: "+15550100001" },
  { id: "twilio-voice", provider: "twilio", platform: "voice", address: "+15550100001" },
  {
    id: "whatsapp",
    provider: "meta",
    platform: "whatsapp",
    address: "+15550783881",
    account: phoneNumberId,
  },
  { id: "messenger", provider: "meta", platform: "messenger", address: "682498302938465" },
  { id: "instagram", provider: "meta", platform: "instagram", address: "17841400008460056" },
  { id: "telegram", provider: "telegram", platform: "telegram", address: "123456789" },
  {
    id: "kapso",
    provider: "kapso",
    platform: "whatsapp",
    address: "+15550100002",
    account: phoneNumberId,
  },
  { id: "email", provider: "email", platform: "email", address: "hola@hilo.test" },
  { id: "x", provider: "x", platform: "x", address: "1460000000000000001" },
  { id: "webchat", provider: "webchat", platform: "webchat", address: "demo-webchat" },
] as const satisfies Channel[];
export type DemoChannel = (typeof channels)[number];
export type DemoChannelId = DemoChannel["id"];

/** The provider's own id of a channel: what its API and its webhooks name it by. */
export function accountOf(channel: DemoChannel): string {
  return "account" in channel ? channel.account : channel.address;
}

/** The channel that a thread belongs to. */
export function demoChannelOf(thread: { channelId: string }): DemoChannel {
  const channel = channels.find((one) => one.id === thread.channelId);
  if (!channel) throw new RangeError(`No channel ${thread.channelId}`);
  return channel;
}

export const workspaceId = "demo";
