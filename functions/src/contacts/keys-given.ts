import { Contact, ContactKey, Identity } from "@hilo/schema";
import type { Settling } from "../migrations/migration.ts";
import { type Write, writeTo } from "../operations/kind.ts";
import { now } from "../platform/clock.ts";
import { type DocumentSnapshot, db, read } from "../platform/firestore.ts";
import { mostHolders, suggestion } from "./holders.ts";
import { contactKeyOf, type KeyName, keysOfContact, keysOfIdentity } from "./keys.ts";
import { contactOf, identitiesOf } from "./store.ts";

/**
 * Gives a contact the keys of its addresses and of its identities. Nobody is joined: of two contacts with one key it is
 * suggested that they may be the same.
 */
export const contactKeysGiven: Settling = {
  name: "contactKeys",
  version: 2,
  collection: "contacts",
  settle: async (workspaceId, doc) => {
    const contact = read(Contact, doc);
    if (!contact || contact.mergedInto !== undefined) return undefined;
    const keys = await keysIn(workspaceId, doc.id, contact);
    const found = await allOf(keys.map((key) => contactKeyOf(workspaceId, key)));
    const held = keys.flatMap((key, i) => {
      const there = found[i];
      return there ? [{ key, there, ids: read(ContactKey, there)?.contactIds ?? [] }] : [];
    });
    const news = held.filter(({ ids }) => !ids.includes(doc.id));
    const given = news.map(({ key, there, ids }) =>
      writeTo(there, { kind: key.kind, contactIds: [...ids, doc.id] }),
    );
    const suggested = await suggestionsOf(workspaceId, doc.id, news);
    return {
      reads: [...found.map(({ ref }) => ref), ...suggested.map(({ ref }) => ref)],
      writes: [...given, ...suggested.flatMap(({ write }) => write ?? [])],
    };
  },
};

async function keysIn(workspaceId: string, id: string, contact: Contact): Promise<KeyName[]> {
  const { docs } = await identitiesOf(workspaceId).where("contactId", "==", id).get();
  const users = docs.flatMap((doc) => read(Identity, doc) ?? []).flatMap(keysOfIdentity);
  const all = [...users, ...keysOfContact(contact)];
  return [...new Map(all.map((key) => [`${key.kind} ${key.value}`, key])).values()];
}

type News = { key: KeyName; ids: readonly string[] };

async function suggestionsOf(workspaceId: string, id: string, news: readonly News[]) {
  const shared = new Map<string, Set<KeyName["kind"]>>();
  for (const { key, ids } of news)
    for (const other of ids.length <= mostHolders ? ids : [])
      shared.set(other, (shared.get(other) ?? new Set()).add(key.kind));
  const others = await allOf([...shared.keys()].map((other) => contactOf(workspaceId, other)));
  const living = others.filter((one) => one.exists && one.get("mergedInto") === undefined);
  const pairs = living.map((one) =>
    suggestion(workspaceId, [id, one.id], [...(shared.get(one.id) ?? [])]),
  );
  const found = await allOf(pairs.map(({ ref }) => ref));
  return pairs.map(({ ref, data }, i): { ref: typeof ref; write?: Write } => {
    const there = found[i];
    if (there?.exists !== false) return { ref };
    return { ref, write: { create: ref, data: { ...data, createdAt: new Date(now()) } } };
  });
}

async function allOf(refs: DocumentSnapshot["ref"][]): Promise<DocumentSnapshot[]> {
  return refs.length === 0 ? [] : db().getAll(...refs);
}
