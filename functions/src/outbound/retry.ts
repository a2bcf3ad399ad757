import { type Message, type MessageState, SendMessage, statusOf } from "@hilo/schema";
import type { Doer } from "../audit/audit.ts";
import { currentOf, present } from "../conversations/current.ts";
import { messageIn } from "../conversations/early-changes.ts";
import { conversationsOf, messageOf } from "../conversations/store.ts";
import { AppError } from "../platform/errors.ts";
import { FieldValue, stillAs, type Writer } from "../platform/firestore.ts";
import { dispatch } from "./door.ts";
import { sentBy } from "./send.ts";

/**
 * Sends a failed or unconfirmed message again as a message of its own, so that no message id is ever handed to a
 * provider twice; the old one says what it became.
 */
export async function retry(
  doer: Doer,
  conversationId: string,
  failedId: string,
  messageId: string,
): Promise<MessageState> {
  const { workspaceId } = doer;
  const ref = messageOf(workspaceId, conversationId, failedId);
  const conversationRef = conversationsOf(workspaceId).doc(conversationId);
  const failed = await retriable(ref, messageId);
  const { channelId } = await present(conversationRef);
  return dispatch({
    ...sentBy(doer),
    channelId,
    line: conversationRef.path,
    message: contentOf(failed, messageId),
    ...(failed.replyTo ? { replyTo: failed.replyTo } : {}),
    ...(failed.mail ? { kept: failed.mail } : {}),
    findTarget: async () => {
      const current = await currentOf(conversationRef);
      const doc = await ref.get();
      checkRetriable(messageIn(doc), messageId);
      const told = { retriedAs: messageId, failureAt: FieldValue.delete() };
      const also = (write: Writer) => void write.update(ref, told, stillAs(doc));
      return { conversationId, ...current, also, changes: { failedAt: null } };
    },
  });
}

async function retriable(ref: ReturnType<typeof messageOf>, messageId: string): Promise<Message> {
  return checkRetriable(messageIn(await ref.get()), messageId);
}

function checkRetriable(message: Message | undefined, messageId: string): Message {
  if (message?.direction !== "outbound")
    throw new AppError("notFound", "There is no such message to send again.");
  if (message.retriedAs && message.retriedAs !== messageId)
    throw new AppError("conflict", "This message has been sent again already.");
  if (!["failed", "unknown"].includes(statusOf(message)))
    throw new AppError("conflict", "Only a message that failed can be sent again.");
  return message;
}

function contentOf(failed: Message, messageId: string) {
  const { kind, text, attachments, template, location, cards, options, mail } = failed;
  return {
    messageId,
    kind: SendMessage.shape.kind.safeParse(kind).data ?? "text",
    text,
    attachments: attachments.map((file) => file.id),
    override: true,
    ...(template ? { template } : {}),
    ...(location ? { location } : {}),
    ...(cards ? { cards } : {}),
    ...(options ? { options } : {}),
    ...(mail ? { subject: mail.subject } : {}),
    ...(mail?.forwards ? { mail: { forwards: idsIn(mail.forwards) } } : {}),
  };
}

function idsIn({
  conversationId,
  messageId,
}: NonNullable<NonNullable<Message["mail"]>["forwards"]>) {
  return { conversationId, messageId };
}
