import { nobody } from "@hilo/schema";
import { type Acquaintance, identity } from "../contacts/identities.ts";
import { identityOf } from "../contacts/store.ts";
import { conversationsOf } from "../conversations/store.ts";
import { db } from "../platform/firestore.ts";

/**
 * Lets a name (a phone, the id of a call) lead to a person's conversation, unless it leads somewhere already and is not
 * to be `taken` from there; true when it was news. Whose the conversation is, is asked in the same transaction.
 */
export function learnName(
  person: Omit<Acquaintance, "contactId">,
  name: string,
  { taken = false } = {},
): Promise<boolean> {
  const { workspaceId, channelId } = person.connection;
  const ref = identityOf(workspaceId, channelId, name);
  const conversation = conversationsOf(workspaceId).doc(person.conversationId);
  return db().runTransaction(async (transaction) => {
    const [known, theirs] = await transaction.getAll(ref, conversation);
    if (known?.exists && !taken) return false;
    const contactId = String(theirs?.get("contactId") ?? nobody);
    transaction.set(ref, identity({ ...person, contactId }, name));
    return true;
  });
}
