import { nobody, oneForm, type Platform, type Sender } from "@hilo/schema";
import { newId } from "../platform/clock.ts";
import { type DocumentSnapshot, FieldValue, type Transaction } from "../platform/firestore.ts";
import { missingIn, nameOf, newContact, tellContact } from "./contacts.ts";
import { contradict } from "./first-names.ts";
import { givingKeys, type Held, holdersOf } from "./holders.ts";
import { isProof, keysOf } from "./keys.ts";
import { contactOf, identitiesOf } from "./store.ts";

/** Somebody who writes, or is written to, on a channel. */
export type Somebody = {
  workspaceId: string;
  channelId: string;
  platform: Platform;
  sender: Sender;
  /** Whose conversation it is known to be; 'none' where nobody knows yet. */
  contactId: string;
};

/** Whose conversation it is, and what writes that, which tells whether anything was news. */
export type Found = { contactId: string; name: string; write(): Promise<boolean> };

/**
 * Finds inside a transaction who somebody is: the one living contact that has their user id, the number that they
 * write from or the mailbox that they write from, unless their first names contradict; else a contact of their own. Of
 * others that share a key it is suggested that they may be the same. A contact that is known gets what it lacks.
 */
export async function whoIs(transaction: Transaction, somebody: Somebody): Promise<Found> {
  const { workspaceId, channelId, platform, sender, contactId: told } = somebody;
  const held = await holdersOf(transaction, workspaceId, keysOf(sender, platform));
  const found = told === nobody ? await holderAmong(somebody, held) : undefined;
  const contactId = told === nobody ? (found?.id ?? newId()) : told;
  const ref = contactOf(workspaceId, contactId);
  // Nobody has an id yet that was made just now.
  const contact = found ?? (told === nobody ? undefined : await transaction.get(ref));
  const give = await givingKeys(transaction, workspaceId, contactId, held);
  const write = async () => {
    const isGiven = give();
    if (!contact?.exists) {
      transaction.create(ref, newContact(sender, channelId));
      await tellContact(transaction, { workspaceId, contactId });
      return true;
    }
    const missing = missingIn(contact, sender, channelId);
    const changed = Object.keys(missing);
    if (changed.length === 0) return isGiven;
    const updatedAt = FieldValue.serverTimestamp();
    transaction.update(contact.ref, { ...missing, updatedAt });
    await tellContact(transaction, { workspaceId, contactId }, changed);
    return true;
  };
  return { contactId, name: String(contact?.get("name") ?? ""), write };
}

/** Whom the first key that proves anything, and that one contact alone has, leads to. */
async function holderAmong(
  somebody: Somebody,
  held: readonly Held[],
): Promise<DocumentSnapshot | undefined> {
  for (const key of held) {
    const [holder, second] = key.living;
    if (!holder || second || !isProof(key, somebody.platform)) continue;
    if (key.kind === "user") return holder;
    if (contradict(nameOf(somebody.sender), String(holder.get("name") ?? ""))) continue;
    if (!(await isOther(somebody, holder.id))) return holder;
  }
  return undefined;
}

/** Whether a contact is known on this channel by another user id, or had this number before it changed hands. */
async function isOther(
  { workspaceId, channelId, sender }: Somebody,
  contactId: string,
): Promise<boolean> {
  const { docs } = await identitiesOf(workspaceId).where("contactId", "==", contactId).get();
  return docs.some((doc) => {
    if (doc.get("channelId") !== channelId) return false;
    const userId: unknown = doc.get("aliases.userId");
    const isOtherUser = userId !== undefined && sender.userId !== undefined;
    if (isOtherUser && userId !== sender.userId) return true;
    return oneForm(String(doc.get("address"))) === oneForm(sender.address);
  });
}
