import type { OurIds } from "@hilo/schema";
import { sameBytes, signLink } from "../platform/crypto.ts";
import type { Account } from "./channel.ts";

type Place = Pick<Account, "workspaceId" | "channelId">;

/**
 * Proves that a message went out by this channel, wherever its ids come back: 80 bits of our signature, in characters
 * that survive a mail system's lower case.
 */
export function markFor(
  { workspaceId, channelId }: Place,
  { conversationId, messageId }: Omit<OurIds, "mark">,
): string {
  const signed = signLink(`message ${workspaceId} ${channelId} ${conversationId} ${messageId}`);
  return Buffer.from(signed, "base64url").toString("hex").slice(0, 20);
}

/** Whether ids that came back are those of a message that went out by this channel. */
export function isMarked(place: Place, ids: OurIds): boolean {
  return sameBytes(ids.mark, markFor(place, ids));
}
