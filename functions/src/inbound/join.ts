import { Contact, Conversation, Identity, nobody } from "@hilo/schema";
import type { Connection } from "../channels/connections.ts";
import { tellContact } from "../contacts/contacts.ts";
import { handOverKeys, suggestion } from "../contacts/holders.ts";
import { leadingTo, namesLeadingTo } from "../contacts/identities.ts";
import { keysOfContact, keysOfIdentity } from "../contacts/keys.ts";
import { factsOf, unitedUnproven } from "../contacts/proof.ts";
import { contactOf } from "../contacts/store.ts";
import { episodesCarried } from "../conversations/episodes.ts";
import { statusIn } from "../conversations/message-state.ts";
import { conversationsOf, messageOf, messagesOf } from "../conversations/store.ts";
import { tell } from "../events/tell.ts";
import { newId } from "../platform/clock.ts";
import {
  type DocumentReference,
  type DocumentSnapshot,
  db,
  FieldValue,
  read,
  type Transaction,
} from "../platform/firestore.ts";
import { countingIn } from "../settings/settings.ts";
import { type Occasion, uncount } from "../stats/count.ts";
import { united } from "./united.ts";

// Two conversations turn out to be one person's, since two of their names came apart from each other: a user id and a
// phone, or a chat and the one that took its place. What is in the later one joins the earlier one.

/** More than this is not carried over: it stays where it is, and what comes from now on goes to the other. */
const mostMessages = 150;

/** Makes one of several conversations of a person; gives the one in which everything is then. */
export async function joinAll(connection: Connection, ids: readonly string[]): Promise<string> {
  const [first = "", ...others] = new Set(ids);
  let place = first;
  for (const other of others) place = await join(connection, place, other);
  return place;
}

/** The one that began first goes on. */
async function join(connection: Connection, one: string, other: string): Promise<string> {
  const conversations = conversationsOf(connection.workspaceId);
  return db().runTransaction(async (transaction) => {
    const [a, b] = await transaction.getAll(conversations.doc(one), conversations.doc(other));
    const [into, from] = isEarlier(b, a) ? [b, a] : [a, b];
    await carry(transaction, connection, into?.ref ?? conversations.doc(one), from);
    return into?.id ?? one;
  });
}

function isEarlier(one: DocumentSnapshot | undefined, other: DocumentSnapshot | undefined) {
  if (!one?.exists || !other?.exists) return one?.exists ?? false;
  const [a, b] = [one, other].map((doc) => Number(doc.createTime?.toMillis()));
  return a === b ? one.id < other.id : (a ?? 0) < (b ?? 0);
}

/**
 * Carries a whole conversation over into another, with the names that lead to it. Reads before it writes, so that it
 * must come first in its transaction. Throws while something in it is being sent, to be told again.
 */
export async function carry(
  transaction: Transaction,
  connection: Connection,
  into: DocumentReference,
  from: DocumentSnapshot | undefined,
): Promise<void> {
  if (!from || from.id === into.id) return;
  const { workspaceId } = connection;
  const target = await transaction.get(into);
  const { docs: names } = await transaction.get(leadingTo(workspaceId, from.id));
  const query = messagesOf(workspaceId, from.id).limit(mostMessages + 1);
  const { docs: messages } = await transaction.get(query);
  const fits = from.exists && target.exists && messages.length <= mostMessages;
  const carriage = { target, from, messages, names };
  const writes = fits ? await movesOf(transaction, connection, carriage) : [];
  const known = [target, ...(fits ? [from] : [])].map(contactIn).filter((id) => id !== nobody);
  const [contactId = nobody] = known;
  const own = await namesLeadingTo(transaction, workspaceId, into.id);
  for (const { ref } of names) transaction.update(ref, { conversationId: into.id, contactId });
  for (const name of own)
    if (contactIn(name) === nobody && contactId !== nobody)
      transaction.update(name.ref, { contactId });
  for (const write of writes) await write();
}

function contactIn(doc: DocumentSnapshot): string {
  return doc.get("contactId") ?? nobody;
}

type Carriage = {
  target: DocumentSnapshot;
  from: DocumentSnapshot;
  messages: DocumentSnapshot[];
  /** Those that lead to what is carried. */
  names: DocumentSnapshot[];
};

async function movesOf(
  transaction: Transaction,
  { workspaceId }: Connection,
  { target, from, messages, names }: Carriage,
): Promise<(() => unknown)[]> {
  if (messages.some(isUnderWay)) throw new Error("A conversation cannot move while it is sending");
  const [earlier, later] = [read(Conversation, target), read(Conversation, from)];
  if (!earlier || !later) return [];
  const places = messages.map(({ id }) => messageOf(workspaceId, target.id, id));
  const there = places.length > 0 ? await transaction.getAll(...places) : [];
  const unite = await unitingContacts(transaction, workspaceId, { earlier, later, names });
  const episodes = await episodesCarried(
    transaction,
    { workspaceId, conversationId: from.id },
    { workspaceId, conversationId: target.id },
    earlier,
  );
  const counting = await countingIn(workspaceId);
  return [
    () => {
      for (const [index, doc] of messages.entries()) {
        const place = there[index];
        if (place && !place.exists)
          transaction.create(place.ref, { ...doc.data(), movedFrom: from.id });
        transaction.delete(doc.ref);
      }
    },
    () => void transaction.update(target.ref, { ...united(earlier, later), ...episodes.fields }),
    () => episodes.write(transaction),
    () => void transaction.delete(from.ref),
    unite,
    () => uncountGone(transaction, { ...counting, conversationId: from.id }, later),
    () =>
      tell(transaction, {
        workspaceId,
        type: "conversation.deleted",
        source: newId(),
        about: { conversationId: from.id },
        data: { into: target.id },
      }),
  ];
}

function isUnderWay(message: DocumentSnapshot): boolean {
  const status = statusIn(message);
  return status === "queued" || status === "sending";
}

/** What goes was no conversation, nor has it been resolved. */
function uncountGone(
  transaction: Transaction,
  place: Omit<Occasion, "at">,
  { begunAt, resolvedAt }: Conversation,
): void {
  if (begunAt) uncount(transaction, { ...place, at: begunAt }, { begun: true });
  if (resolvedAt) uncount(transaction, { ...place, at: resolvedAt }, { resolved: true });
}

type Pair = { earlier: Conversation; later: Conversation; names: readonly DocumentSnapshot[] };

/**
 * Looks at the contacts of two conversations that become one. What it gives writes: the one that goes on learns how to
 * reach the person, and gets what the other was found by; the other goes, if that conversation was all it had.
 */
async function unitingContacts(
  transaction: Transaction,
  workspaceId: string,
  { earlier, later, names }: Pair,
): Promise<() => Promise<void>> {
  const nothing = async () => undefined;
  const ids = [earlier.contactId, later.contactId] as const;
  if (ids.includes(nobody) || ids[0] === ids[1]) return nothing;
  const refs = ids.map((id) => contactOf(workspaceId, id));
  const [into, from] = await transaction.getAll(...refs);
  const theirs = conversationsOf(workspaceId).where("contactId", "==", later.contactId).limit(2);
  const { size } = await theirs.get();
  const contact = from && read(Contact, from);
  if (!into?.exists || !from || !contact || size > 1) return nothing;
  const users = names.flatMap((name) => read(Identity, name) ?? []).flatMap(keysOfIdentity);
  const keys = [...keysOfContact(contact), ...users];
  return async () => {
    handOverKeys(transaction, workspaceId, { from: from.id, into: into.id }, keys);
    transaction.delete(suggestion(workspaceId, [from.id, into.id], []).ref);
    await uniteContacts(transaction, workspaceId, into, from);
  };
}

async function uniteContacts(
  transaction: Transaction,
  workspaceId: string,
  into: DocumentSnapshot,
  from: DocumentSnapshot,
): Promise<void> {
  const listed = (name: string): unknown[] => from.get(name) ?? [];
  transaction.update(into.ref, {
    ...added("phones", listed("phones")),
    ...added("emails", listed("emails")),
    ...unprovenOf(into, from),
    ...added("tags", listed("tags")),
    updatedAt: FieldValue.serverTimestamp(),
  });
  transaction.delete(from.ref);
  await tellContact(transaction, { workspaceId, contactId: into.id }, ["phones", "emails", "tags"]);
  await tell(transaction, {
    workspaceId,
    type: "contact.deleted",
    source: newId(),
    about: { contactId: from.id },
    data: { into: into.id },
  });
}

function unprovenOf(into: DocumentSnapshot, from: DocumentSnapshot) {
  const [one, other] = [factsOf(into), factsOf(from)];
  const none = one.unproven.length + other.unproven.length === 0;
  return none ? {} : { unproven: unitedUnproven(one, other) };
}

function added(name: string, values: readonly unknown[]) {
  return values.length > 0 ? { [name]: FieldValue.arrayUnion(...values) } : {};
}
