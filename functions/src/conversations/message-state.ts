import { type MessageState, statusOf } from "@hilo/schema";
import { AppError } from "../platform/errors.ts";
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
  const { statusAt, externalId, error, mail } = message;
  const status = statusOf(message);
  // What failed or was unconfirmed once may have arrived after all: then its error is history.
  const stands = status === "failed" || status === "unknown";
  return {
    conversationId,
    messageId,
    status,
    statusAt,
    externalId,
    error: (stands && error) || null,
    ...(mail?.refused ? { refused: mail.refused } : {}),
  };
}
