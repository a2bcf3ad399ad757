import type { ChangeEvent } from "@hilo/schema";
import type { Connection } from "../connections/connections.ts";
import { now } from "../platform/clock.ts";
import { hash } from "../platform/crypto.ts";
import { db, plain } from "../platform/firestore.ts";
import { type Changeable, changed } from "./changed.ts";
import { keepWaiting, waitingChanges } from "./placeholders.ts";
import { messageOf, withExternalId } from "./store.ts";
import { conversationWith } from "./whose.ts";

/** Notes an edit, a deletion or a reaction on the message it is about, or keeps it until that message comes. */
export async function recordChange(
  connection: Connection,
  event: ChangeEvent,
): Promise<"recorded" | "duplicate"> {
  const { workspaceId, channelId } = connection;
  const conversationId = await conversationWith(connection, event.sender);
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
    if (!ours) {
      keepWaiting(transaction, derived, early ?? [], change);
      return "recorded";
    }
    const changes = changed(plain(ours.data()) as Changeable, change);
    if (Object.keys(changes).length === 0) return "duplicate";
    transaction.update(ours.ref, changes);
    return "recorded";
  });
}
