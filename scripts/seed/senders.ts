import { createHash } from "node:crypto";
import type { Platform, Sender } from "@hilo/schema";
import { type ChannelId, channelTable } from "./channel-table.ts";
import { type PersonId, personOf } from "./people.ts";

/** How a person is known on a channel, in the form its provider tells. */
export function senderOf(id: PersonId, channelId: ChannelId): Sender {
  const { name, phone, userId, username, country = "CL" } = personOf(id);
  const { platform, provider } = channelTable[channelId];
  const onPhone = byPhone.has(platform);
  return {
    address: addressOf(id, channelId, platform),
    name,
    ...(onPhone && phone ? { phone } : {}),
    ...(provider === "twilio" && platform === "whatsapp" && userId ? { userId } : {}),
    ...(username && !onPhone ? { username } : {}),
    ...(onPhone ? { country } : {}),
  };
}

const byPhone = new Set<Platform>(["whatsapp", "sms", "voice"]);
const digits: Partial<Record<Platform, number>> = {
  messenger: 16,
  instagram: 16,
  telegram: 10,
  x: 19,
};

function addressOf(id: PersonId, channelId: ChannelId, platform: Platform): string {
  const { phone, email, userId } = personOf(id);
  const known =
    platform === "email" ? email : byPhone.has(platform) ? (phone ?? userId) : undefined;
  return known ?? madeUp(`${channelId}/${id}`, platform);
}

/** An account number of the platform's usual length, or a web visitor's id. */
function madeUp(seed: string, platform: Platform): string {
  const hex = createHash("sha256").update(seed).digest("hex");
  const length = digits[platform];
  if (length === undefined) return `visitor-${hex.slice(0, 16)}`;
  return `1${BigInt(`0x${hex}`)
    .toString()
    .slice(0, length - 1)}`;
}
