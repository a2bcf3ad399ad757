import { Contact, type NewContact } from "@hilo/schema";
import { audit, type Doer } from "../audit/audit.ts";
import { newId } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import { db, FieldValue, read } from "../platform/firestore.ts";
import { tellContact } from "./contacts.ts";
import { givingKeys, type Held, holdersOf } from "./holders.ts";
import { addressKeys, phoneKey } from "./keys.ts";
import { dialledIn, readPhone } from "./phone.ts";
import { contactOf } from "./store.ts";

/**
 * Makes a contact by hand, with its keys. Throws `taken` where somebody has one of its phones or mailboxes and it is not
 * shared, `invalid` where a phone cannot be read with certainty, `conflict` where the id is another contact's.
 */
export async function createContact(
  doer: Doer,
  { id = newId(), shared, phones: written, ...wanted }: NewContact,
): Promise<{ contactId: string }> {
  const { workspaceId } = doer;
  const phones = written.map((phone, index) => readable(phone, wanted.country, index));
  const emails = wanted.emails.map((email) => email.toLowerCase());
  const keys = addressKeys({ phones, emails });
  return db().runTransaction(async (transaction) => {
    const ref = contactOf(workspaceId, id);
    const before = read(Contact, await transaction.get(ref));
    if (before) return repeated(id, before, wanted.name);
    const held = await holdersOf(transaction, workspaceId, keys);
    if (!shared) refuseTaken(held, { phones, emails });
    const give = await givingKeys(transaction, workspaceId, id, held);
    give();
    const country = wanted.country ?? readPhone(phones[0] ?? "").country;
    transaction.create(ref, {
      ...wanted,
      ...{ phones, emails, country, unproven: [], preferredChannelId: null },
      language: wanted.language ?? null,
      createdAt: FieldValue.serverTimestamp(),
      updatedAt: FieldValue.serverTimestamp(),
    });
    await tellContact(transaction, { workspaceId, contactId: id });
    const target = { path: `contacts/${id}`, about: [id] };
    audit(transaction, doer, "contacts.create", target, { name: { to: wanted.name } });
    return { contactId: id };
  });
}

function readable(phone: string, country: string | undefined, index: number): string {
  const read = dialledIn(phone, country);
  if (read) return read;
  const message = "Not a phone number. Write it with its country, such as +56 9 8765 4321.";
  throw new AppError("invalid", message, { details: [{ path: `phones.${index}`, message }] });
}

function repeated(id: string, { name }: Contact, wanted: string): { contactId: string } {
  if (name === wanted) return { contactId: id };
  throw new AppError("conflict", "Another contact has this id. Choose a new one.");
}

function refuseTaken(
  held: readonly Held[],
  { phones, emails }: Pick<Contact, "phones" | "emails">,
): void {
  const taken = held.flatMap(({ kind, value, living }) => {
    const [holder] = living;
    if (!holder) return [];
    const own = kind === "phone" ? phones.map((one) => phoneKey(one).value) : emails;
    return [{ path: `${kind}s.${own.indexOf(value)}`, contactId: holder.id }];
  });
  if (taken.length === 0) return;
  throw new AppError(
    "taken",
    "Somebody has this phone or mailbox already. Look at who that is, or say that it is shared.",
    { taken },
  );
}
