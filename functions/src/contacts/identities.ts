import { type Channel, Identity, type Millis, type Sender } from "@hilo/schema";
import {
  type DocumentSnapshot,
  db,
  FieldValue,
  read,
  type Transaction,
  type Writer,
} from "../platform/firestore.ts";
import { namesOf } from "./names.ts";
import { identitiesOf, identityOf } from "./store.ts";

type Where = {
  workspaceId: string;
  channelId: string;
  channel: Pick<Channel, "platform" | "settings">;
};

/** A person on a channel, when they were met, and the conversation their messages belong to. */
export type Acquaintance = {
  connection: Where;
  at: Millis;
  sender: Sender;
  conversationId: string;
  contactId: string;
  /** When they went over to these names, where that is what is told. */
  movedAt?: Millis;
  /** What they wished before they had a conversation. */
  optOut?: Identity["optOut"];
};

/**
 * Creates an identity for each name the sender goes by, as part of the commit that begins the conversation.
 * They are locks as well: when one exists, this person may already have a conversation and the commit fails.
 */
export function introduce(write: Writer, person: Acquaintance): void {
  for (const name of namesOf(person, person.sender))
    write.create(refOf(person, name), identity(person, name));
}

/** Points every name of the sender at their conversation, whatever they pointed at before. */
export function readdress(write: Writer, person: Acquaintance): void {
  for (const name of namesOf(person, person.sender))
    write.set(refOf(person, name), identity(person, name), { merge: false });
}

/**
 * Points the names at a person's conversation that do not lead there yet, or say less of them. One that was free when
 * it was looked for must be so still.
 */
export function gatherNames(write: Writer, person: Acquaintance, { names }: Known): void {
  for (const { name, known } of names) {
    if (!known) write.create(refOf(person, name), identity(person, name));
    else if (known.conversationId !== person.conversationId || saysMore(person.sender, known))
      write.set(refOf(person, name), identity(person, name), { merge: false });
  }
}

function saysMore({ userId }: Sender, known: Identity): boolean {
  return userId !== undefined && known.aliases.userId !== userId;
}

/** What is known of a sender: who they are by their names, the surest first, and where each name leads, if anywhere. */
export type Known = {
  identities: Identity[];
  names: { name: string; known: Identity | undefined }[];
};

/**
 * The identities a sender is already known by. A phone known to belong to another user id is not followed: phones
 * change hands.
 */
export async function recogniseAll(connection: Where, sender: Sender, at: Millis): Promise<Known> {
  const refs = namesOf({ connection, at }, sender).map((name) => ({
    name,
    ref: refOf({ connection }, name),
  }));
  const found = await db().getAll(...refs.map(({ ref }) => ref));
  const names = refs.map(({ name }, index) => {
    const snapshot = found[index];
    return { name, known: snapshot && read(Identity, snapshot) };
  });
  const identities = names.flatMap(({ known }) =>
    known && isSamePerson(known, sender) ? [known] : [],
  );
  return { identities, names };
}

/** The surest identity a sender is already known by. */
export async function recognise(
  connection: Where,
  sender: Sender,
  at: Millis,
): Promise<Identity | undefined> {
  return (await recogniseAll(connection, sender, at)).identities[0];
}

/** Whether somebody known by a name may be this sender: no other user id has shown it. */
export function isSamePerson(known: Identity, sender: Sender): boolean {
  const { userId } = known.aliases;
  return !userId || !sender.userId || userId === sender.userId;
}

function refOf({ connection }: Pick<Acquaintance, "connection">, name: string) {
  return identityOf(connection.workspaceId, connection.channelId, name);
}

/** The document of a name that leads to a person's conversation. */
export function identity(person: Acquaintance, name: string) {
  const { contactId, conversationId, connection, sender, at, movedAt, optOut } = person;
  const [address = name] = name.split("\n");
  return {
    contactId,
    conversationId,
    channelId: connection.channelId,
    platform: connection.channel.platform,
    address,
    aliases: {
      ...(sender.phone ? { phone: sender.phone } : {}),
      ...(sender.userId ? { userId: sender.userId } : {}),
      ...(sender.username ? { username: sender.username } : {}),
    },
    at,
    ...(movedAt === undefined ? {} : { movedAt }),
    ...(optOut ? { optOut } : {}),
    createdAt: FieldValue.serverTimestamp(),
  };
}

/** Every name that leads to a conversation. */
export function leadingTo(workspaceId: string, conversationId: string) {
  return identitiesOf(workspaceId).where("conversationId", "==", conversationId);
}

/**
 * The same inside a transaction, each as it is now. Which they are is asked before it: a query of a transaction keeps
 * whoever writes what it might find waiting, in the emulator all names there are.
 */
export async function namesLeadingTo(
  transaction: Transaction,
  workspaceId: string,
  conversationId: string,
): Promise<DocumentSnapshot[]> {
  const { docs } = await leadingTo(workspaceId, conversationId).get();
  if (docs.length === 0) return [];
  const names = await transaction.getAll(...docs.map(({ ref }) => ref));
  return names.filter((name) => name.get("conversationId") === conversationId);
}

/** The newest address that a person has gone over to after a time (ms), if they have. */
export function newestMove(
  names: readonly (Identity | undefined)[],
  after: Millis,
): { address: string; movedAt: Millis } | undefined {
  const moves = names.flatMap((name) =>
    name?.movedAt !== undefined && name.movedAt > after
      ? [{ address: name.aliases.phone ?? name.address, movedAt: name.movedAt }]
      : [],
  );
  return moves.toSorted((a, b) => b.movedAt - a.movedAt)[0];
}
