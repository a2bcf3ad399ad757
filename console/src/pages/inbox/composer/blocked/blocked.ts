import type { Conversation, PublicChannel } from "@hilo/schema";
import { lateUntil } from "./late-answer.ts";
import { replyWindow } from "./reply-window.ts";

/** Why no answer can be written now. */
export type Blocked =
  | "optedOut"
  | "disabled"
  | "cannotSend"
  | "readOnly"
  | "neverOpened"
  | "closed";

/** Where an answer may stand: nothing in its way, or why not, or only as a person's late answer until a time. */
export type Admission = { blocked?: Blocked; lateUntil?: number };

/** What keeps from answering, the most lasting reason first; a channel that is not known yet keeps from nothing. */
export function blockedBy(
  conversation: Pick<Conversation, "optedOut" | "replyUntil" | "lastInboundAt">,
  channel: Pick<PublicChannel, "enabled" | "capabilities" | "humanAgent"> | undefined,
  now: number,
): Blocked | undefined {
  return admission(conversation, channel, now).blocked;
}

/** Whether an answer may be written now, and on what terms. */
export function admission(
  conversation: Pick<Conversation, "optedOut" | "replyUntil" | "lastInboundAt">,
  channel: Pick<PublicChannel, "enabled" | "capabilities" | "humanAgent"> | undefined,
  now: number,
): Admission {
  if (channel?.capabilities?.readOnly) return { blocked: "readOnly" };
  if (conversation.optedOut) return { blocked: "optedOut" };
  if (!channel) return {};
  if (!channel.enabled) return { blocked: "disabled" };
  if (!channel.capabilities) return { blocked: "cannotSend" };
  const length = channel.capabilities.replyWindow;
  const { state } = replyWindow(conversation.replyUntil, length, now);
  if (state !== "closed") return {};
  const late = lateUntil(conversation, channel, now);
  if (late !== undefined) return { lateUntil: late };
  return { blocked: conversation.lastInboundAt === null ? "neverOpened" : "closed" };
}
