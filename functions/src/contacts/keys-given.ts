import { Contact, Identity } from "@hilo/schema";
import type { Settling } from "../migrations/migration.ts";
import { type Write, writeTo } from "../operations/kind.ts";
import { now } from "../platform/clock.ts";
import { db, read } from "../platform/firestore.ts";
import { holdersOf, newsOf } from "./holders.ts";
import { type KeyName, keysOfContact, keysOfIdentity } from "./keys.ts";
import { identitiesOf } from "./store.ts";

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
    const held = await holdersOf(db(), workspaceId, keys);
    const { news, pairs } = await newsOf(db(), workspaceId, doc.id, held);
    const given = news.map(({ found, kind, contactIds }) =>
      writeTo(found, { kind, contactIds: [...contactIds, doc.id] }),
    );
    const createdAt = new Date(now());
    const suggested = pairs.flatMap(({ ref, data, isThere }): Write[] =>
      isThere ? [] : [{ create: ref, data: { ...data, createdAt } }],
    );
    return {
      reads: [...held.map(({ found }) => found.ref), ...pairs.map(({ ref }) => ref)],
      writes: [...given, ...suggested],
    };
  },
};

async function keysIn(workspaceId: string, id: string, contact: Contact): Promise<KeyName[]> {
  const { docs } = await identitiesOf(workspaceId).where("contactId", "==", id).get();
  const users = docs.flatMap((doc) => read(Identity, doc) ?? []).flatMap(keysOfIdentity);
  const all = [...users, ...keysOfContact(contact)];
  return [...new Map(all.map((key) => [`${key.kind} ${key.value}`, key])).values()];
}
