import { type Conversation, cut, Message } from "@hilo/schema";
import { messageIn } from "../conversations/early-changes.ts";
import { messageOf, newestOf } from "../conversations/store.ts";
import { hash } from "../platform/crypto.ts";
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
  conversation,
}: Sending): Promise<NonNullable<OutboundMessage["mail"]>> {
  const subject = message.mail?.subject || undefined;
  // What passes a mail on answers none.
  if (subject && message.mail?.forwards) return { subject, references: [] };
  const before = await saidBefore({
    workspaceId,
    conversationId,
    messageId,
    message,
    conversation,
  });
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

/** The last of what was said: the customer's mail, where they wrote last, which is read by its name. */
async function saidBefore(sending: Sending): Promise<Message[]> {
  const { workspaceId, conversationId, messageId, conversation } = sending;
  const last = await answeredMail(sending, conversation);
  if (last) return [last];
  const { docs } = await newestOf(workspaceId, conversationId, within).get();
  return docs.filter(({ id }) => id !== messageId).flatMap((doc) => read(Message, doc) ?? []);
}

async function answeredMail(
  { workspaceId, conversationId }: Sending,
  { channelId, lastInboundId, lastInboundAt, preview }: Conversation,
): Promise<Message | undefined> {
  if (!lastInboundId || lastInboundAt === null || preview.direction !== "inbound") return undefined;
  const ref = messageOf(workspaceId, conversationId, hash(channelId, lastInboundId));
  const mail = messageIn(await ref.get());
  const isIt = mail?.mail?.messageId && mail.mail.subject && mail.providerAt === lastInboundAt;
  return isIt ? mail : undefined;
}

function subjectAfter(before: readonly Message[]): string | undefined {
  const subject = before.find(({ mail }) => mail?.subject)?.mail?.subject;
  if (!subject) return undefined;
  return /^(re|rv|fw|fwd)\s*:/i.test(subject) ? subject : `Re: ${subject}`;
}

function subjectFrom(text: string): string {
  return cut(text.split("\n")[0]?.trim() ?? "", subjectLength) || "Mensaje";
}
