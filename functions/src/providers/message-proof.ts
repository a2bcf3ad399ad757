import type { OurIds } from "@hilo/schema";
import { asMark, isSigned, signLink } from "../platform/crypto.ts";
import type { Account } from "./adapter.ts";

type Place = Pick<Account, "workspaceId" | "channelId">;

/** Proves that a message went out by this channel, wherever its ids come back. */
export function proofFor(place: Place, ids: Omit<OurIds, "mark">): string {
  return asMark(signLink(passing(place, ids)));
}

function passing(
  { workspaceId, channelId }: Place,
  { conversationId, messageId }: Omit<OurIds, "mark">,
): string {
  return `message ${workspaceId} ${channelId} ${conversationId} ${messageId}`;
}

/** Whether ids that came back are those of a message that went out by this channel. */
export function isProven(place: Place, ids: OurIds): boolean {
  return isSigned(passing(place, ids), ids.mark, asMark);
}
