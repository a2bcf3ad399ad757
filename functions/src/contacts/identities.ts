import { Identity, keyOf, oneForm, type Platform, type Sender } from "@hilo/schema";
import { commit, db, FieldValue, read, type Writer } from "../platform/firestore.ts";
import { identityOf } from "./store.ts";

/** A person on a channel, and the conversation their messages belong to. */
export type Acquaintance = {
  workspaceId: string;
  channelId: string;
  platform: Platform;
  sender: Sender;
  conversationId: string;
  contactId: string;
};

/**
 * Creates an identity for each name the sender goes by, as part of the commit that begins the conversation.
 * They are locks as well: when one exists, this person may already have a conversation and the commit fails.
 */
export function introduce(write: Writer, person: Acquaintance): void {
  for (const name of namesOf(person.sender))
    write.create(identityOf(person.workspaceId, person.channelId, name), identity(person, name));
}

/** Points every name of the sender at their conversation, whatever they pointed at before. */
export function readdress(write: Writer, person: Acquaintance): void {
  for (const name of namesOf(person.sender))
    write.set(identityOf(person.workspaceId, person.channelId, name), identity(person, name), {
      merge: false,
    });
}

/**
 * The identity a sender is already known by. A phone known to belong to another user id is not followed:
 * phones change hands.
 */
export async function recognise(
  workspaceId: string,
  channelId: string,
  sender: Sender,
): Promise<Identity | undefined> {
  const refs = namesOf(sender).map((name) => identityOf(workspaceId, channelId, name));
  const found = await db().getAll(...refs);
  return found
    .map((snapshot) => read(Identity, snapshot))
    .find((known) => known && samePerson(known, sender));
}

function samePerson(known: Identity, sender: Sender): boolean {
  const { userId } = known.aliases;
  return !userId || !sender.userId || userId === sender.userId;
}

/**
 * What makes the person the same person first, then the names that may change. A phone is a name only beside a user
 * id that tells its holders apart; where it is merely shown, such as on Telegram, it may have been somebody else's.
 */
export function namesOf({ phone, ...sender }: Sender): string[] {
  const names = [keyOf(sender), sender.address, ...(phone && sender.userId ? [phone] : [])];
  return [...new Set(names.map(oneForm))];
}

function identity(person: Acquaintance, address: string) {
  const { contactId, conversationId, channelId, platform, sender } = person;
  return {
    contactId,
    conversationId,
    channelId,
    platform,
    address,
    aliases: {
      ...(sender.phone ? { phone: sender.phone } : {}),
      ...(sender.userId ? { userId: sender.userId } : {}),
      ...(sender.username ? { username: sender.username } : {}),
    },
    createdAt: FieldValue.serverTimestamp(),
  };
}

/** Lets a name (a phone, the id of a call) lead to a person's conversation, unless it leads somewhere already; true when it was news. */
export async function learnName(person: Acquaintance, name: string): Promise<boolean> {
  const batch = db().batch();
  const ref = identityOf(person.workspaceId, person.channelId, name);
  batch.create(ref, identity(person, name));
  return (await commit(batch)) === "written";
}
