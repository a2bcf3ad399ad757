import type { Conversation, PublicChannel } from "@hilo/schema";
import { admission as mayBeSent } from "@hilo/schema/admission";

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

/** Whether an answer may be written now, and on what terms. Who else is answering is told by the claim itself. */
export function admission(
  { optedOut, replyUntil, lastInboundAt }: Parameters<typeof blockedBy>[0],
  channel: Pick<PublicChannel, "enabled" | "capabilities" | "humanAgent"> | undefined,
  now: number,
): Admission {
  if (channel?.capabilities?.readOnly) return { blocked: "readOnly" };
  if (optedOut) return { blocked: "optedOut" };
  if (!channel) return {};
  if (!channel.enabled) return { blocked: "disabled" };
  if (!channel.capabilities) return { blocked: "cannotSend" };
  const { refused, lateUntil } = mayBeSent({
    conversation: { optedOut, replyUntil, lastInboundAt },
    capabilities: channel.capabilities,
    humanAgent: channel.humanAgent === true,
    kind: "text",
    purpose: "answer",
    memberId: "me",
    now,
  });
  if (refused) return { blocked: lastInboundAt === null ? "neverOpened" : "closed" };
  return lateUntil === undefined ? {} : { lateUntil };
}
