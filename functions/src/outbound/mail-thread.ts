import { cut, Message } from "@hilo/schema";
import { newestOf } from "../conversations/store.ts";
import { read } from "../platform/firestore.ts";
import type { OutboundMessage } from "../providers/adapter.ts";
import type { Sending } from "./sending.ts";

/** How many messages back an e-mail's thread is looked for. */
const within = 20;

/** Longest subject made of a text. */
const subjectLength = 70;

/**
 * What an e-mail answers: the customer's last one or, before they wrote, our own last one.
 * @see https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4
 */
export async function mailThread({
  workspaceId,
  conversationId,
  messageId,
  message,
}: Sending): Promise<NonNullable<OutboundMessage["mail"]>> {
  const subject = message.mail?.subject || undefined;
  // What passes a mail on answers none.
  if (subject && message.mail?.forwards) return { subject, references: [] };
  const { docs } = await newestOf(workspaceId, conversationId, within).get();
  const before = docs
    .filter(({ id }) => id !== messageId)
    .map((doc) => read(Message, doc))
    .filter((one) => one !== undefined);
  const parent =
    before.find(({ direction, mail }) => direction === "inbound" && mail?.messageId) ??
    before.find(({ direction, externalId }) => direction === "outbound" && externalId);
  const parentId = parent?.mail?.messageId ?? parent?.externalId ?? undefined;
  const known = parent?.mail?.references ?? [];
  return {
    subject: subject ?? subjectAfter(before) ?? subjectFrom(message.text),
    ...(parentId ? { inReplyTo: parentId } : {}),
    references: parentId ? [...known.filter((id) => id !== parentId), parentId] : [],
  };
}

function subjectAfter(before: readonly Message[]): string | undefined {
  const subject = before.find(({ mail }) => mail?.subject)?.mail?.subject;
  if (!subject) return undefined;
  return /^(re|rv|fw|fwd)\s*:/i.test(subject) ? subject : `Re: ${subject}`;
}

function subjectFrom(text: string): string {
  return cut(text.split("\n")[0]?.trim() ?? "", subjectLength) || "Mensaje";
}
