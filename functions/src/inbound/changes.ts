import type { ChangeEvent } from "@hilo/schema";
import type { Connection } from "../channels/connections.ts";
import { type Changeable, changed } from "../conversations/apply-change.ts";
import { conversationWith } from "../conversations/conversation-of.ts";
import { keepWaiting, waitingChanges } from "../conversations/early-changes.ts";
import { type Shown, showing } from "../conversations/showing.ts";
import { conversationsOf, messageOf, withExternalId } from "../conversations/store.ts";
import { tell } from "../events/tell.ts";
import { newId, now } from "../platform/clock.ts";
import { hash } from "../platform/crypto.ts";
import { type DocumentSnapshot, db, plain } from "../platform/firestore.ts";

/** Notes an edit, a deletion or a reaction on the message it is about, or keeps it until that message comes. */
export async function recordChange(
  connection: Connection,
  event: ChangeEvent,
): Promise<"recorded" | "duplicate" | "ignored"> {
  const { workspaceId, channelId } = connection;
  const conversationId = await conversationWith(connection, event.sender, event.at);
  const derived = messageOf(workspaceId, conversationId, hash(channelId, event.target));
  const change = { at: event.at ?? now(), change: event.change };
  return db().runTransaction(async (transaction) => {
    const own = await transaction.get(derived);
    const early = waitingChanges(own);
    const ours =
      own.exists && !early
        ? own
        : (await transaction.get(withExternalId(workspaceId, conversationId, event.target)))
            .docs[0];
    // What the thread tells of itself is nobody's to change.
    if (ours && !isSaid(ours)) return "ignored";
    if (!ours) {
      keepWaiting(transaction, derived, early ?? [], change);
      return "recorded";
    }
    const message = plain(ours.data()) as Changeable & Shown;
    const changes = changed(message, change);
    if (Object.keys(changes).length === 0) return "duplicate";
    const conversation = conversationsOf(workspaceId).doc(conversationId);
    const seen = event.change.kind !== "reaction";
    const show = seen && (await showing(transaction, conversation, { ...message, ...changes }));
    transaction.update(ours.ref, changes);
    if (show) show();
    await tell(transaction, {
      workspaceId,
      type: "message.updated",
      source: newId(),
      about: { conversationId, messageId: ours.id },
      data: { changed: Object.keys(changes) },
    });
    return "recorded";
  });
}

function isSaid(doc: DocumentSnapshot): boolean {
  return ["inbound", "outbound"].includes(String(doc.get("direction")));
}
