import { Message, type Sender, threadOrder } from "@hilo/schema";
import type { Connection } from "../connections/connections.ts";
import { namesOf } from "../contacts/identities.ts";
import { hash } from "../platform/crypto.ts";
import { type DocumentSnapshot, db, read, type Transaction } from "../platform/firestore.ts";
import type { Occurrence } from "./occurrence.ts";
import { conversationsOf, linesOf, messageOf } from "./store.ts";
import { heeding, lineOf, type TimedWish } from "./wishes.ts";

// A wish not to be written to may come before the first message. It waits as a line of the thread that the
// conversation will have, under each name that the person may come by.

/** Keeps a wish of somebody who has no conversation until they have one. */
export function keepWish(
  transaction: Transaction,
  { workspaceId, channelId }: Connection,
  person: Sender,
  told: { lineId: string; wish: TimedWish },
): void {
  for (const name of namesOf(person)) {
    const place = messageOf(workspaceId, hash(channelId, name), told.lineId);
    transaction.create(place, lineOf(told.wish));
  }
}

/** The last wish that waits for a conversation to begin. */
export async function waitingWish(
  transaction: Transaction,
  workspaceId: string,
  conversationId: string,
): Promise<TimedWish | undefined> {
  return lastWish((await transaction.get(linesOf(workspaceId, conversationId))).docs);
}

/** The wish that came before the conversation holds in it from its first message on. */
export async function heedEarlierWish(occurrence: Occurrence): Promise<void> {
  const { workspaceId, conversationId, message, conversation } = occurrence;
  const { sender } = message;
  if (conversation.leadId !== null || !sender) return;
  const wish = lastWish((await linesOf(workspaceId, conversationId).get()).docs);
  if (!wish || (message.consent && message.providerAt >= wish.at)) return;
  const ref = conversationsOf(workspaceId).doc(conversationId);
  await db().runTransaction(async (transaction) => {
    const place = { workspaceId, sender };
    (await heeding(transaction, await transaction.get(ref), place, wish))();
  });
}

function lastWish(lines: readonly DocumentSnapshot[]): TimedWish | undefined {
  const wishes = lines
    .map((doc) => ({ id: doc.id, line: read(Message, doc) }))
    .flatMap(({ id, line }) => (line && isWish(line) ? [{ ...line, id }] : []));
  const last = wishes.sort(threadOrder).at(-1);
  if (!last) return undefined;
  const consent = last.event?.type === "optOut" ? "stop" : "start";
  return { consent, scope: last.event?.scope, at: last.providerAt };
}

function isWish({ event }: Message): boolean {
  return event?.type === "optOut" || event?.type === "optIn";
}
