import {
  Delivery,
  type Message,
  type MessageState,
  type MessageStatus,
  statusOf,
  statusTimesOf,
} from "@hilo/schema";
import { AppError } from "../platform/errors.ts";
import type { DocumentSnapshot } from "../platform/firestore.ts";
import { messageIn } from "./early-changes.ts";
import { messageOf } from "./store.ts";

/** The state of a message, as the API tells it. */
export async function stateOf(
  workspaceId: string,
  conversationId: string,
  messageId: string,
): Promise<MessageState> {
  const message = messageIn(await messageOf(workspaceId, conversationId, messageId).get());
  if (!message) throw new AppError("notFound", "There is no such message.");
  return stateFrom({ conversationId, messageId }, message);
}

/** The same of a message that is known. */
export function stateFrom(
  { conversationId, messageId }: { conversationId: string; messageId: string },
  message: Message,
): MessageState {
  const { externalId, error, mail } = message;
  const status = statusOf(message);
  // What failed or was unconfirmed once may have arrived after all: then its error is history.
  const stands = status === "failed" || status === "unknown";
  return {
    conversationId,
    messageId,
    status,
    statusAt: statusTimesOf(message),
    externalId,
    error: (stands && error) || null,
    ...(mail?.refused ? { refused: mail.refused } : {}),
  };
}

/** The status of a message in a document; undefined when there is none, or of another shape. */
export function statusIn(doc: DocumentSnapshot): MessageStatus | undefined {
  const found = Delivery.safeParse(doc.data());
  return found.success ? statusOf(found.data) : undefined;
}
