import { Message } from "@hilo/schema";
import type { Acquaintance } from "../contacts/identities.ts";
import { introduce } from "../contacts/identities.ts";
import { now } from "../platform/clock.ts";
import {
  type DocumentReference,
  type DocumentSnapshot,
  db,
  read,
  type Transaction,
} from "../platform/firestore.ts";
import { type Change, type Changeable, changed, weightOf } from "./apply-change.ts";
import {
  type Arrival,
  changesByArrival,
  conversationFrom,
  messageFrom,
  previewFrom,
} from "./arrival.ts";
import { countBeginning, countMessage } from "./count-arrival.ts";
import { conversationsOf, messageOf } from "./store.ts";
import { tellArrival, tellBeginning } from "./tell-arrival.ts";

// A change may overtake the message it is about. It waits in a placeholder under the id that the message will
// have, so that the message finds it without looking: its own `create` fails.

/** The changes that wait under a message's id; undefined when the message itself is there, or nothing. */
export function waitingChanges(snapshot: DocumentSnapshot): Change[] | undefined {
  return snapshot.get("early") as Change[] | undefined;
}

/** The message in a document; undefined when there is none, or only what waits for it. */
export function messageIn(snapshot: DocumentSnapshot): Message | undefined {
  return waitingChanges(snapshot) ? undefined : read(Message, snapshot);
}

/** Keeps a change until its message comes. */
export function keepWaiting(
  transaction: Transaction,
  ref: DocumentReference,
  known: readonly Change[],
  change: Change,
): void {
  const others = known.filter((one) => !isAbout(one, change));
  const alike = known.filter((one) => isAbout(one, change));
  const kept = [...alike, change].sort(byTime).at(-1);
  transaction.set(ref, {
    early: [...others, kept].slice(-mostWaiting),
    expiresAt: new Date(now() + waitingMs),
  });
}

/** How long a change waits for a message that may never come (ms); then Firestore deletes it. The message takes its place whole. */
const waitingMs = 30 * 24 * 60 * 60 * 1000;

/** More people than this do not react to a message before it comes. */
const mostWaiting = 100;

/** Whether one change takes the other's place: the same kind, and of reactions the same person's. */
function isAbout(one: Change, other: Change): boolean {
  return subjectOf(one) === subjectOf(other);
}

function subjectOf({ change }: Change): string {
  return change.kind === "reaction" ? `reaction ${change.by}` : change.kind;
}

/** As `changed` decides: the newer, and of two at once the greater. */
function byTime(one: Change, other: Change): number {
  return one.at - other.at || (wordsOf(one) < wordsOf(other) ? -1 : 1);
}

function wordsOf({ change }: Change): string {
  if (change.kind === "edit") return change.text;
  return change.kind === "reaction" ? weightOf(change) : "";
}

/** What the changes that were there before a message make of it. */
export function changesTo(message: Changeable, changes: readonly Change[]): Partial<Changeable> {
  const sum: Partial<Changeable> = {};
  for (const change of changes) Object.assign(sum, changed({ ...message, ...sum }, change));
  return sum;
}

/** Puts a message in the place that was kept for it; false when there is none, since it is there already. */
export async function fillPlaceholder(
  arrival: Arrival,
  conversationId: string,
  person: () => Acquaintance,
): Promise<boolean> {
  const { workspaceId } = arrival.connection;
  const messageRef = messageOf(workspaceId, conversationId, arrival.messageId);
  if (!waitingChanges(await messageRef.get())) return false;
  const conversationRef = conversationsOf(workspaceId).doc(conversationId);
  return db().runTransaction(async (transaction) => {
    const [message, conversation] = await transaction.getAll(messageRef, conversationRef);
    const early = message && waitingChanges(message);
    if (!early) return false;
    const whole = messageFrom(arrival);
    const changed = { ...whole, ...changesTo(whole, early) };
    const preview = previewFrom({
      ...changed,
      direction: arrival.event.echo ? "outbound" : "inbound",
    });
    transaction.set(messageRef, changed);
    if (conversation?.exists) {
      transaction.update(conversationRef, { ...changesByArrival(arrival), preview });
      countMessage(transaction, arrival, conversationId);
      await tellArrival(transaction, arrival, conversationId);
      return true;
    }
    transaction.create(conversationRef, { ...conversationFrom(arrival), preview });
    introduce(transaction, person());
    countBeginning(transaction, arrival, conversationId);
    await tellBeginning(transaction, arrival, conversationId);
    return true;
  });
}
