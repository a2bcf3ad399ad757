import type { MessageEvent } from "@hilo/schema";
import type { Connection } from "../channels/connections.ts";
import { arrivalOf } from "../conversations/arrival.ts";
import { conversationWith } from "../conversations/conversation-of.ts";
import { messageIn } from "../conversations/early-changes.ts";
import { showing } from "../conversations/showing.ts";
import { conversationsOf, messageOf } from "../conversations/store.ts";
import { db } from "../platform/firestore.ts";
import { enqueue } from "../platform/tasks.ts";
import { recordEcho } from "./echoes.ts";
import { receive } from "./receive.ts";

/**
 * Records what was written before the channel was connected. Of a file it is told first that there was one, and later,
 * by itself, which one it is: the message takes it in.
 */
export async function recordPast(
  connection: Connection,
  event: MessageEvent,
): Promise<"recorded" | "duplicate"> {
  const recorded = await (event.echo ? recordEcho : receive)(connection, event);
  if (recorded === "recorded" || event.kind === "unsupported") return recorded;
  return complete(connection, event);
}

async function complete(
  connection: Connection,
  event: MessageEvent,
): Promise<"recorded" | "duplicate"> {
  const { workspaceId } = connection;
  const conversationId = await conversationWith(connection, event.sender, event.at);
  const { messageId, attachments } = await arrivalOf(connection, event);
  const ref = messageOf(workspaceId, conversationId, messageId);
  const outcome = await db().runTransaction(async (transaction) => {
    const message = messageIn(await transaction.get(ref));
    if (!message?.past || message.kind !== "unsupported") return "duplicate" as const;
    const { kind, text } = event;
    const conversation = conversationsOf(workspaceId).doc(conversationId);
    const show = await showing(transaction, conversation, { ...message, kind, text });
    transaction.update(ref, { kind, text, attachments });
    show();
    return "recorded" as const;
  });
  // Also when it is told again: the first time may have ended before this.
  const message = messageIn(await ref.get());
  const isPending = message?.attachments.some(({ state }) => state === "pending");
  if (message?.past && isPending)
    await enqueue("fetchMedia", { workspaceId, conversationId, messageId });
  return outcome;
}
