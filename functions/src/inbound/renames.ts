import {
  Identity,
  type IdentityEvent,
  type Millis,
  nobody,
  oneForm,
  type Sender,
} from "@hilo/schema";
import type { Connection } from "../channels/connections.ts";
import { keepGivenUp, noteGivenUp, rememberMoves } from "../channels/moves.ts";
import { tellContact } from "../contacts/contacts.ts";
import { givingKeys, holdersOf, takeKeys } from "../contacts/holders.ts";
import {
  type Acquaintance,
  identity,
  leadingTo,
  newestMove,
  readdress,
  recognise,
} from "../contacts/identities.ts";
import { phoneKey } from "../contacts/keys.ts";
import { nameAt, personIdOf } from "../contacts/names.ts";
import { contactOf, identityOf } from "../contacts/store.ts";
import { conversationsOf, messageOf, receivedBetween } from "../conversations/store.ts";
import { systemLine, theHouse } from "../conversations/system-line.ts";
import { now } from "../platform/clock.ts";
import { hash } from "../platform/crypto.ts";
import { commit, type DocumentSnapshot, db, FieldValue, read } from "../platform/firestore.ts";
import { carry } from "./join.ts";

type Move = { connection: Connection; event: IdentityEvent; at: Millis };

/**
 * A person goes by another name from now on: it leads to the conversation they have already, and what they wrote by it
 * before this was told joins that. Who writes from the phone that they gave up is somebody else. Any order of such
 * news and of messages ends the same; each step may be done twice.
 */
export async function recordRename(
  connection: Connection,
  event: IdentityEvent,
): Promise<"recorded" | "duplicate"> {
  const at = event.at ?? now();
  const move = { connection, event, at };
  // The same phone spelt otherwise: nobody has given it up.
  if (oneForm(event.was) === oneForm(event.sender.address)) return "duplicate";
  const known = await recognise(connection, { address: event.was }, at);
  if (!known) {
    await promise(move);
    await keepGivenUp(connection, { name: event.was, at });
    return "recorded";
  }
  if (await isTold(move, known.conversationId)) return "duplicate";
  const place = await gather(move, known);
  // What makes them the same person is not told by a change of phone.
  const sender = { ...aliasOf(known), ...event.sender };
  await lead(move, { connection, sender, movedAt: at, ...place });
  return tell(move, place.conversationId);
}

/** Nobody has written by the old name yet: whoever does, by either, begins where both lead. */
async function promise({ connection, event, at }: Move): Promise<void> {
  const { sender, was } = event;
  const theirs = await recognise(connection, sender, at);
  const conversationId = theirs?.conversationId ?? personIdOf({ connection, at }, { address: was });
  const person = { connection, at, conversationId, contactId: theirs?.contactId ?? nobody };
  const before = { ...person, at: 0, sender: { address: was } };
  const name = nameAt({ connection, at }, was);
  const batch = db().batch();
  batch.create(nameOf(connection, name), identity(before, name));
  if ((await commit(batch)) === "exists" || theirs) return;
  await db().runTransaction(async (transaction) => {
    readdress(transaction, { ...person, sender, movedAt: at });
  });
}

function nameOf({ workspaceId, channelId }: Connection, name: string) {
  return identityOf(workspaceId, channelId, name);
}

function lineOf({ connection, event }: Move, conversationId: string) {
  const { workspaceId, channelId } = connection;
  return messageOf(workspaceId, conversationId, hash(channelId, event.externalId));
}

async function isTold(move: Move, conversationId: string): Promise<boolean> {
  return (await lineOf(move, conversationId).get()).exists;
}

type Place = Pick<Acquaintance, "conversationId" | "contactId" | "at">;

/**
 * What they wrote by the new name before this was told joins their conversation. A conversation that is older than the
 * change is of who had that phone before: it stays theirs, and the phone counts as given up by them. Gives the
 * conversation in which they are then, and from when (ms) the new name is theirs.
 */
async function gather(move: Move, { conversationId, contactId }: Identity): Promise<Place> {
  const { connection, event, at } = move;
  const other = (await recognise(connection, event.sender, at))?.conversationId;
  const place = { conversationId, contactId, at };
  if (other === undefined || other === conversationId) return place;
  if (await isOlder(move, other)) {
    await keepGivenUp(connection, { name: event.sender.address, at });
    return { ...place, at: at + 1 };
  }
  const conversations = conversationsOf(connection.workspaceId);
  return db().runTransaction(async (transaction) => {
    const refs = [conversations.doc(conversationId), conversations.doc(other)] as const;
    const [own, theirs] = await transaction.getAll(...refs);
    // Who has only been told of has no conversation yet: the one that there is, is theirs.
    const [into, from] = own?.exists || !theirs?.exists ? [own, theirs] : [theirs, own];
    if (!into) return place;
    await carry(transaction, connection, into.ref, from);
    return { conversationId: into.id, contactId: into.get("contactId") ?? contactId, at };
  });
}

async function isOlder({ connection, at }: Move, conversationId: string): Promise<boolean> {
  const older = receivedBetween(connection.workspaceId, conversationId, 0, at);
  return !(await older.limit(1).get()).empty;
}

/**
 * The new name leads to their conversation, answers go to the newest that was told of, and the old phone is noted as
 * given up: in one commit.
 */
async function lead(move: Move, person: Acquaintance): Promise<void> {
  const { connection, event, at } = move;
  const { sender, conversationId, contactId } = person;
  const { workspaceId } = connection;
  const ref = conversationsOf(workspaceId).doc(conversationId);
  const moves = await db().runTransaction(async (transaction) => {
    const note = await noteGivenUp(transaction, connection, { name: event.was, at });
    const { docs } = await transaction.get(leadingTo(workspaceId, conversationId));
    const [conversation, contact] = await transaction.getAll(
      ref,
      contactOf(workspaceId, contactId),
    );
    const keys = contact?.exists && sender.phone ? [phoneKey(sender.phone)] : [];
    const held = await holdersOf(transaction, workspaceId, keys);
    const give = await givingKeys(transaction, workspaceId, contactId, held);
    readdress(transaction, person);
    give();
    // Whoever writes from the old number is somebody else.
    if (contact?.exists && event.was.startsWith("+"))
      takeKeys(transaction, workspaceId, contactId, [phoneKey(event.was)]);
    if (contact?.exists && sender.phone) {
      transaction.update(contact.ref, { phones: FieldValue.arrayUnion(sender.phone) });
      await tellContact(transaction, { workspaceId, contactId }, ["phones"]);
    }
    if (conversation?.exists && !isBeyond(conversation, event.was, at)) {
      const newest = newestMove(
        docs.map((doc) => read(Identity, doc)),
        at,
      );
      const told = newest ?? { address: sender.address, movedAt: at };
      transaction.update(ref, { ...told, updatedAt: FieldValue.serverTimestamp() });
    }
    return note();
  });
  rememberMoves(connection, moves);
}

/** Whether more is known of where somebody is: a later change, or what they wrote since from another address. */
function isBeyond(conversation: DocumentSnapshot, was: string, at: Millis): boolean {
  const { lastInboundAt, movedAt, address = "" } = conversation.data() ?? {};
  if (Number(movedAt ?? 0) > at) return true;
  return Number(lastInboundAt ?? 0) > at && oneForm(address) !== oneForm(was);
}

function aliasOf({ aliases }: Identity): Pick<Sender, "userId"> {
  return aliases.userId ? { userId: aliases.userId } : {};
}

/** Told last, so that a second delivery knows that all of it is done. */
async function tell(move: Move, conversationId: string): Promise<"recorded" | "duplicate"> {
  const { sender } = move.event;
  const line = systemLine({ type: "addressChanged", to: sender.phone ?? sender.address }, theHouse);
  const { workspaceId } = move.connection;
  const updatedAt = FieldValue.serverTimestamp();
  const batch = db().batch();
  batch.create(lineOf(move, conversationId), line);
  // Who has not written yet has no thread to tell it in.
  batch.update(conversationsOf(workspaceId).doc(conversationId), { updatedAt });
  return (await commit(batch)) === "exists" ? "duplicate" : "recorded";
}
