import { ContactKey, type ContactKeyKind } from "@hilo/schema";
import {
  type DocumentReference,
  type DocumentSnapshot,
  FieldValue,
  read,
  type Transaction,
  type Writer,
} from "../platform/firestore.ts";
import { contactKeyOf, type KeyName } from "./keys.ts";
import { contactOf, suggestionOf } from "./store.ts";

/** Of a key that more have, such as a switchboard's number, nothing follows. */
export const mostHolders = 50;

/** A key, and the contacts that have it and are there still; none of one that too many have. */
export type Held = KeyName & {
  ref: DocumentReference;
  contactIds: readonly string[];
  living: readonly DocumentSnapshot[];
};

/** Looks inside a transaction whose some keys are. */
export async function holdersOf(
  transaction: Transaction,
  workspaceId: string,
  keys: readonly KeyName[],
): Promise<Held[]> {
  if (keys.length === 0) return [];
  const docs = await transaction.getAll(...keys.map((key) => contactKeyOf(workspaceId, key)));
  const lists = docs.map((doc) => read(ContactKey, doc)?.contactIds ?? []);
  const asked = [...new Set(lists.filter((ids) => ids.length <= mostHolders).flat())];
  const refs = asked.map((id) => contactOf(workspaceId, id));
  const found = refs.length > 0 ? await transaction.getAll(...refs) : [];
  const living = new Map(found.filter(isLiving).map((doc) => [doc.id, doc]));
  return keys.map((key, i) => {
    const contactIds = lists[i] ?? [];
    const few = contactIds.length <= mostHolders ? contactIds : [];
    return {
      ...key,
      ref: contactKeyOf(workspaceId, key),
      contactIds,
      living: few.flatMap((id) => living.get(id) ?? []),
    };
  });
}

function isLiving(contact: DocumentSnapshot): boolean {
  return contact.exists && contact.get("mergedInto") === undefined;
}

/**
 * Looks at what is suggested of a contact and of those who have its keys as well. What it gives writes that it has
 * them, and suggests that these may be one person. It tells whether any of the keys was news.
 */
export async function givingKeys(
  transaction: Transaction,
  workspaceId: string,
  contactId: string,
  held: readonly Held[],
): Promise<() => boolean> {
  const news = held.filter(({ contactIds }) => !contactIds.includes(contactId));
  const shared = new Map<string, Set<ContactKeyKind>>();
  for (const { kind, living } of news)
    for (const { id } of living) shared.set(id, (shared.get(id) ?? new Set()).add(kind));
  const pairs = [...shared].map(([id, why]) => suggestion(workspaceId, [contactId, id], [...why]));
  const before = pairs.length > 0 ? await transaction.getAll(...pairs.map(({ ref }) => ref)) : [];
  return () => {
    for (const { ref, kind, contactIds } of news)
      if (contactIds.length === 0) transaction.set(ref, { kind, contactIds: [contactId] });
      else transaction.update(ref, { contactIds: FieldValue.arrayUnion(contactId) });
    for (const [i, { ref, data }] of pairs.entries())
      if (!before[i]?.exists) transaction.create(ref, data);
      else transaction.update(ref, { why: FieldValue.arrayUnion(...data.why) });
    return news.length > 0;
  };
}

/** Two contacts that may be one person. */
export function suggestion(workspaceId: string, pair: [string, string], why: ContactKeyKind[]) {
  const [a, b] = pair.toSorted() as [string, string];
  const ref = suggestionOf(workspaceId, a, b);
  return { ref, data: { a, b, about: [a, b], why, createdAt: FieldValue.serverTimestamp() } };
}

/** A contact has keys no more. */
export function takeKeys(
  write: Writer,
  workspaceId: string,
  contactId: string,
  keys: readonly KeyName[],
): void {
  for (const key of keys)
    write.set(
      contactKeyOf(workspaceId, key),
      { kind: key.kind, contactIds: FieldValue.arrayRemove(contactId) },
      { merge: true },
    );
}

/** What one contact has is another's from now on. */
export function handOverKeys(
  write: Writer,
  workspaceId: string,
  { from, into }: { from: string; into: string },
  keys: readonly KeyName[],
): void {
  takeKeys(write, workspaceId, from, keys);
  for (const key of keys)
    write.set(
      contactKeyOf(workspaceId, key),
      { contactIds: FieldValue.arrayUnion(into) },
      { merge: true },
    );
}
