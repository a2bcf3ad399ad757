import type { Capabilities } from "./capabilities.ts";
import type { Conversation } from "./conversation.ts";
import type { Millis } from "./time.ts";

/** What a message is sent for: a person's answer, a machine's, what somebody asked for or has to know, or an offer. */
export type Purpose = "answer" | "automatic" | "service" | "marketing";

/** Why a message may not be sent now. */
export type Refusal = "optedOut" | "windowClosed" | "claimed";

/** Whether a message may be sent now, or why not; `lateUntil`: only as a person's own late answer, until then. */
export type Admission = { refused?: Refusal; lateUntil?: Millis };

type Question = {
  conversation: Pick<Conversation, "optedOut" | "replyUntil" | "lastInboundAt"> &
    Partial<Pick<Conversation, "claim" | "noMarketing">>;
  capabilities: Pick<Capabilities, "replyWindow" | "humanAgentWindow">;
  /** Whether the account lets a person answer late, where the platform does. */
  humanAgent: boolean;
  kind: string;
  purpose: Purpose;
  /** The member who writes it themselves. */
  memberId?: string | undefined;
  /** Whether they write although a colleague is answering. */
  override?: boolean;
  now: Millis;
};

/** Whether this message may go to this conversation now: the door asks it as the console does. */
export function admission(question: Question): Admission {
  const { conversation, capabilities, kind, now } = question;
  const isUnwanted = question.purpose === "marketing" && conversation.noMarketing;
  if (conversation.optedOut || isUnwanted) return { refused: "optedOut" };
  const isOpen = kind === "template" || canReply(conversation, capabilities.replyWindow, now);
  const lateUntil = isOpen ? undefined : lateAnswerUntil(question);
  if (!isOpen && lateUntil === undefined) return { refused: "windowClosed" };
  if (isTaken(question)) return { refused: "claimed" };
  return lateUntil === undefined ? {} : { lateUntil };
}

/** Whether a free text may be sent now: there is no window, or it is still open. */
export function canReply(
  conversation: Pick<Conversation, "replyUntil">,
  replyWindow: Millis | null,
  now: Millis,
): boolean {
  return replyWindow === null || (conversation.replyUntil ?? 0) > now;
}

/** Some platforms let a person, never a machine, answer for some days more; an account may lack the permission. */
function lateAnswerUntil(question: Question): Millis | undefined {
  const { conversation, capabilities, humanAgent, purpose, memberId, now } = question;
  const { humanAgentWindow } = capabilities;
  if (!humanAgentWindow || !humanAgent || !memberId || purpose !== "answer") return undefined;
  const until = (conversation.lastInboundAt ?? 0) + humanAgentWindow;
  return until > now ? until : undefined;
}

/** A colleague who is answering stops other members, unless they mean it, and machines. */
function isTaken({ conversation, purpose, memberId, override, now }: Question): boolean {
  const { claim } = conversation;
  if (!claim || claim.until <= now || claim.memberId === memberId || override) return false;
  return memberId !== undefined || purpose === "automatic";
}
