import { type Capabilities, type Conversation, canReply } from "@hilo/schema";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";

type Question = {
  conversation: Conversation;
  capabilities: Capabilities;
  kind: string;
  /** Who sends; a claim of somebody else stops them unless they override it. */
  memberId: string | undefined;
  override: boolean;
  settings: Record<string, string>;
};

/**
 * Throws, with the way out, when this message may not go to this conversation now. `humanAgent`: it may, though
 * the reply window is closed, as a person's own answer.
 */
export function admit(question: Question): { humanAgent: boolean } {
  const { conversation, capabilities, kind, memberId, override } = question;
  if (conversation.optedOut)
    throw new AppError(
      "optedOut",
      "This person asked for no more messages on this channel. Wait until they write START, or reach them another way.",
    );
  const open = kind === "template" || canReply(conversation, capabilities.replyWindow, now());
  const humanAgent = !open && mayAnswerLate(question);
  if (!open && !humanAgent) throw new AppError("windowClosed", closedSentence(capabilities));
  const { claim } = conversation;
  if (claim && claim.until > now() && memberId && claim.memberId !== memberId && !override)
    throw new AppError("claimed", `${claim.name} is answering this conversation right now.`);
  return { humanAgent };
}

/** Some platforms let a person, never a machine, answer for some days more; an account may lack the permission. */
function mayAnswerLate({ conversation, capabilities, memberId, settings }: Question): boolean {
  const { humanAgentWindow } = capabilities;
  if (!humanAgentWindow || !memberId || settings.humanAgent === "off") return false;
  return (conversation.lastInboundAt ?? 0) + humanAgentWindow > now();
}

function closedSentence({ exits, replyWindow }: Capabilities): string {
  const hours = Math.round((replyWindow ?? 0) / 3_600_000);
  const way = exits.includes("template")
    ? "Send an approved template (kind 'template'), or wait until the customer writes again."
    : "Wait until the customer writes again, or reach them on another channel.";
  return `More than ${hours} hours have passed since the customer last wrote, so free text cannot be sent. ${way}`;
}
