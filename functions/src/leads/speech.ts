import type { Conversation, Message } from "@hilo/schema";
import type { NewMessage } from "../conversations/new-message.ts";

/** One thing that was said, as classification takes it. */
export type Said = { from: "customer" | "business"; text: string };

/** How classification is told of what has no words. */
const wordless: Partial<Record<Message["kind"], string>> = {
  image: "[photo]",
  video: "[video]",
  audio: "(audio)",
  document: "[document]",
  sticker: "[sticker]",
  location: "[location]",
  contact: "[contact]",
};

/** What makes no lead and moves none, whatever it says. */
const withoutMatter: readonly Message["kind"][] = ["reaction", "call", "event", "unsupported"];

/**
 * Whether a lead may follow from a message: what a person wrote to us, now and by themselves. Nothing follows from
 * automatic mail, groups, wishes not to be written to, missed calls, and what was said before the channel was connected.
 */
export function tellsMatter({ message }: Pick<NewMessage, "message">): boolean {
  if (message.direction !== "inbound" || message.past || message.quiet) return false;
  if (withoutMatter.includes(message.kind) || message.deletedAt !== undefined) return false;
  if (message.consent === "stop" || message.consent === "start") return false;
  // Somebody in a group; a colleague by mail writes of the same matter.
  return message.writer === undefined || message.mail !== undefined;
}

/** Whether a message of ours counts for what it says: a person's does, never one that was sent to many or by itself. */
export function isPersons({ direction, author, kind, echo }: Message): boolean {
  if (direction !== "outbound" || withoutMatter.includes(kind)) return false;
  return author.type === "member" || echo === true;
}

/** The words of a message. */
export function saidIn(message: Message): Said {
  const { direction, text, mail, kind, choice } = message;
  const words = [mail?.subject, text || choice?.title, wordless[kind]].filter(Boolean);
  return { from: direction === "inbound" ? "customer" : "business", text: words.join("\n") };
}

/** The last that a person of us said in a conversation, where that was between two times (ms). */
export function answerBetween(
  { lastAnswer }: Conversation,
  after: number,
  until: number,
): Said | undefined {
  if (!lastAnswer || lastAnswer.at <= after || lastAnswer.at > until) return undefined;
  return { from: "business", text: lastAnswer.text };
}
