import { Conversation, nobody } from "@hilo/schema";
import { LRUCache } from "lru-cache";
import { tell } from "../events/tell.ts";
import { newId } from "../platform/clock.ts";
import { type DocumentReference, db, FieldValue, read } from "../platform/firestore.ts";
import { inTurns } from "../platform/in-turns.ts";
import { memberOf } from "../users/members.ts";
import type { NewMessage } from "./new-message.ts";
import { conversationsOf, heldBy, messageOf } from "./store.ts";
import { systemLine, theHouse } from "./system-line.ts";

/** How many conversations are given back at once. */
const parallel = 10;

/**
 * What a member has who works here no more goes back to nobody; what is over, as soon as the customer writes. Gives
 * the channel of each conversation.
 */
export async function freeConversations(
  workspaceId: string,
  uid: string,
  name: string,
): Promise<string[]> {
  const freed: string[] = [];
  for (;;) {
    const { docs } = await heldBy(workspaceId, uid).get();
    await inTurns(docs, parallel, ({ ref }) => free(ref, uid, name));
    freed.push(...docs.map((doc) => String(doc.get("channelId"))));
    if (docs.length === 0) return freed;
  }
}

/** Once for each: whoever else was given it meanwhile keeps it. */
async function free(ref: DocumentReference, uid: string, name: string): Promise<boolean> {
  const [, workspaceId = "", , conversationId = ""] = ref.path.split("/");
  return db().runTransaction(async (transaction) => {
    const conversation = read(Conversation, await transaction.get(ref));
    if (conversation?.assigneeId !== uid) return false;
    const isClaimed = conversation.claim?.memberId === uid;
    transaction.update(ref, {
      assigneeId: nobody,
      ...(isClaimed ? { claim: null } : {}),
      updatedAt: FieldValue.serverTimestamp(),
    });
    const line = systemLine({ type: "unassigned", to: name }, theHouse);
    const lineId = newId();
    transaction.create(messageOf(workspaceId, conversationId, lineId), line);
    await tell(transaction, {
      workspaceId,
      type: "conversation.updated",
      source: lineId,
      about: { conversationId },
      data: { changed: ["assigneeId"] },
    });
    return true;
  });
}

/** Who is known to work here, for a minute: a hint that spares a read with each message. */
const working = new LRUCache<string, true>({ max: 5000, ttl: 60_000 });

/** A conversation that the customer takes up again is nobody's when whoever had it works here no more. */
export async function missAbsent(arrived: NewMessage): Promise<boolean> {
  const { workspaceId, conversationId, conversation } = arrived;
  const { assigneeId } = conversation;
  const key = `${workspaceId}/${assigneeId}`;
  if (assigneeId === nobody || working.has(key)) return false;
  const member = await memberOf(workspaceId, assigneeId);
  if (member?.enabled) {
    working.set(key, true);
    return false;
  }
  const ref = conversationsOf(workspaceId).doc(conversationId);
  const freed = await free(ref, assigneeId, member?.name ?? "");
  // The reactions after this one find it as it is now.
  conversation.assigneeId = nobody;
  return freed;
}
