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
const mostHolders = 50;

/** A key, and the contacts that have it and are there still; none of one that too many have. */
export type Held = KeyName & {
  found: DocumentSnapshot;
  contactIds: readonly string[];
  living: readonly DocumentSnapshot[];
};

/** A transaction, or the database beside one. */
type Reader = { getAll(...refs: DocumentReference[]): Promise<DocumentSnapshot[]> };

async function allOf(reader: Reader, refs: readonly DocumentReference[]) {
  return refs.length > 0 ? reader.getAll(...refs) : [];
}

/** Looks whose some keys are. */
export async function holdersOf(
  reader: Reader,
  workspaceId: string,
  keys: readonly KeyName[],
): Promise<Held[]> {
  const docs = await allOf(
    reader,
    keys.map((key) => contactKeyOf(workspaceId, key)),
  );
  const lists = docs.map((doc) => read(ContactKey, doc)?.contactIds ?? []);
  const asked = [...new Set(lists.filter((ids) => ids.length <= mostHolders).flat())];
  const known = await allOf(
    reader,
    asked.map((id) => contactOf(workspaceId, id)),
  );
  const living = new Map(known.filter(isLiving).map((doc) => [doc.id, doc]));
  return keys.flatMap((key, i) => {
    const [found, contactIds = []] = [docs[i], lists[i]];
    const few = contactIds.length <= mostHolders ? contactIds : [];
    return found
      ? [{ ...key, found, contactIds, living: few.flatMap((id) => living.get(id) ?? []) }]
      : [];
  });
}

function isLiving(contact: DocumentSnapshot): boolean {
  return contact.exists && contact.get("mergedInto") === undefined;
}

/** The keys that are news to a contact, and what may be suggested of it and of who has them as well. */
export async function newsOf(
  reader: Reader,
  workspaceId: string,
  contactId: string,
  held: readonly Held[],
) {
  const news = held.filter(({ contactIds }) => !contactIds.includes(contactId));
  const shared = new Map<string, Set<ContactKeyKind>>();
  for (const { kind, living } of news)
    for (const { id } of living) shared.set(id, (shared.get(id) ?? new Set()).add(kind));
  const pairs = [...shared].map(([id, why]) => suggestion(workspaceId, [contactId, id], [...why]));
  const before = await allOf(
    reader,
    pairs.map(({ ref }) => ref),
  );
  return {
    news,
    pairs: pairs.map((pair, i) => ({ ...pair, isThere: before[i]?.exists === true })),
  };
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
  const { news, pairs } = await newsOf(transaction, workspaceId, contactId, held);
  return () => {
    for (const { found, kind, contactIds } of news) {
      const { ref } = found;
      if (contactIds.length === 0) transaction.set(ref, { kind, contactIds: [contactId] });
      else transaction.update(ref, { contactIds: FieldValue.arrayUnion(contactId) });
    }
    for (const { ref, data, isThere } of pairs)
      if (!isThere) transaction.create(ref, data);
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
