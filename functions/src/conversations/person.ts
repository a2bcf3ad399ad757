import { Conversation, nobody, type Sender } from "@hilo/schema";
import { namesLeadingTo } from "../contacts/identities.ts";
import { type Found, whoIs } from "../contacts/who-is-this.ts";
import { db, read, type Transaction } from "../platform/firestore.ts";
import { conversationsOf } from "./store.ts";

type Place = { workspaceId: string; conversationId: string };

/** Finds whose a conversation is and notes it; gives their contact, and whether anything was news. */
export function knowPerson(
  place: Place,
  sender: Sender,
): Promise<{ contactId: string; isNews: boolean } | undefined> {
  return db().runTransaction(async (transaction) => {
    const found = await personIn(transaction, place, sender);
    return found && { contactId: found.contactId, isNews: await found.write() };
  });
}

/**
 * The same inside a transaction, before it writes: the conversation and the names that lead to it get the contact that
 * its person has. Undefined where there is no such conversation.
 */
export async function personIn(
  transaction: Transaction,
  { workspaceId, conversationId }: Place,
  sender: Sender,
): Promise<Found | undefined> {
  const ref = conversationsOf(workspaceId).doc(conversationId);
  const conversation = read(Conversation, await transaction.get(ref));
  if (!conversation) return undefined;
  const { channelId, platform } = conversation;
  const names = await namesLeadingTo(transaction, workspaceId, conversationId);
  const somebody = {
    workspaceId,
    channelId,
    platform,
    sender,
    contactId: conversation.contactId,
  };
  const { contactId, name, write } = await whoIs(transaction, somebody);
  return {
    contactId,
    name,
    write: async () => {
      const isNews = await write();
      const isUnknown = conversation.contactId === nobody;
      const strays = names.filter((one) => one.get("contactId") !== contactId);
      if (isUnknown) transaction.update(ref, { contactId });
      for (const { ref: stray } of strays) transaction.update(stray, { contactId });
      return isNews || isUnknown || strays.length > 0;
    },
  };
}
