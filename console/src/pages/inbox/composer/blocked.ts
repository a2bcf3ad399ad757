import type { Conversation, PublicChannel } from "@hilo/schema";
import { replyWindow } from "./reply-window.ts";

/** Why no answer can be written now. */
export type Blocked = "optedOut" | "disabled" | "cannotSend" | "neverOpened" | "closed";

/** What keeps from answering, the most lasting reason first; a channel that is not known yet keeps from nothing. */
export function blockedBy(
  conversation: Pick<Conversation, "optedOut" | "replyUntil" | "lastInboundAt">,
  channel: Pick<PublicChannel, "enabled" | "capabilities"> | undefined,
  now: number,
): Blocked | undefined {
  if (conversation.optedOut) return "optedOut";
  if (!channel) return undefined;
  if (!channel.enabled) return "disabled";
  if (!channel.capabilities) return "cannotSend";
  const length = channel.capabilities.replyWindow;
  const { state } = replyWindow(conversation.replyUntil, length, now);
  if (state !== "closed") return undefined;
  return conversation.lastInboundAt === null ? "neverOpened" : "closed";
}
