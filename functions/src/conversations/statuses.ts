import { DocumentId, type Message, type StatusEvent, statusOf, statusRank } from "@hilo/schema";
import type { Connection } from "../connections/connections.ts";
import { now } from "../platform/clock.ts";
import { commit, db, FieldValue } from "../platform/firestore.ts";
import { conversationsOf, messageOf } from "./store.ts";

/**
 * Records what became of a message we sent: one write, no reads, and any order of statuses ends the same.
 * "missing" when it is no message of ours.
 */
export async function recordStatus(
  { workspaceId }: Connection,
  event: StatusEvent,
): Promise<"recorded" | "missing"> {
  const ref = event.message && reference(workspaceId, event.message);
  if (!ref) return "missing";
  const batch = db().batch();
  batch.update(ref, changesBy(event));
  return (await commit(batch)) === "written" ? "recorded" : "missing";
}

function reference(workspaceId: string, ids: { conversationId: string; messageId: string }) {
  const conversationId = DocumentId.safeParse(ids.conversationId);
  const messageId = DocumentId.safeParse(ids.messageId);
  if (!conversationId.success || !messageId.success) return undefined;
  return messageOf(workspaceId, conversationId.data, messageId.data);
}

function changesBy({ status, at, error, externalId }: StatusEvent) {
  return {
    status,
    [`statusAt.${status}`]: FieldValue.minimum(at ?? now()),
    ...(status === "failed" ? {} : { statusRank: FieldValue.maximum(statusRank[status]) }),
    ...(error ? { error } : {}),
    externalId,
    // The provider has it: the outbox need not look after it any more.
    dueAt: FieldValue.delete(),
  };
}

type Path = { workspaceId: string; conversationId: string; messageId: string };

/**
 * A customer whose answer failed is still waiting, since when they were: unless something was written after it.
 * Once for each answer: what it notes is taken away with it.
 */
export async function resumeWaiting(path: Path, message: Message): Promise<void> {
  if (message.waitedSince === undefined || statusOf(message) !== "failed") return;
  const { workspaceId, conversationId, messageId } = path;
  const conversationRef = conversationsOf(workspaceId).doc(conversationId);
  const messageRef = messageOf(workspaceId, conversationId, messageId);
  await db().runTransaction(async (transaction) => {
    const [conversation, current] = await transaction.getAll(conversationRef, messageRef);
    const waitedSince: unknown = current?.get("waitedSince");
    if (typeof waitedSince !== "number" || !conversation?.exists) return;
    transaction.update(messageRef, { waitedSince: FieldValue.delete() });
    if (conversation.get("lastMessageAt") === message.providerAt)
      transaction.update(conversationRef, { waitingSince: FieldValue.minimum(waitedSince) });
  });
}

/** After statuses that came out of order, makes `status` say what the ranks and times prove. */
export async function settleStatus(
  path: Path,
  message: Pick<Message, "direction" | "status" | "statusRank" | "statusAt">,
): Promise<void> {
  if (message.direction !== "outbound") return;
  const status = statusOf(message);
  if (status === message.status) return;
  await messageOf(path.workspaceId, path.conversationId, path.messageId).update({ status });
}
