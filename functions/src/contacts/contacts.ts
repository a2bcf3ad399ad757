import { type Contact, cut, type Sender, visibleName } from "@hilo/schema";
import { tell } from "../events/tell.ts";
import { newId } from "../platform/clock.ts";
import {
  commit,
  type DocumentSnapshot,
  db,
  FieldValue,
  type Transaction,
  type Writer,
} from "../platform/firestore.ts";
import { readPhone } from "./phone.ts";
import { factsOf, provenBy, unprovenOf } from "./proof.ts";
import { contactOf } from "./store.ts";

/** A person as first known: name from the profile, country from the number. */
export function newContact(sender: Sender, channelId: string) {
  return {
    name: cut(nameOf(sender), longestName),
    phones: sender.phone ? [sender.phone] : [],
    emails: sender.email ? [sender.email] : [],
    unproven: unprovenOf(sender),
    country: countryOf(sender),
    language: sender.language ?? null,
    preferredChannelId: channelId,
    optOut: {},
    tags: [],
    fields: {},
    createdAt: FieldValue.serverTimestamp(),
    updatedAt: FieldValue.serverTimestamp(),
  };
}

/** A person may be called by an address that is longer. */
const longestName = 100;

/** ISO 3166, from the number first: a provider's guess may be the carrier's. */
export function countryOf(sender: Sender): Contact["country"] {
  return (sender.phone ? readPhone(sender.phone).country : null) ?? sender.country ?? null;
}

/** The profile's name, else the number as people write it. */
export function nameOf(sender: Sender): string {
  return (
    visibleName(sender.name) ||
    visibleName(sender.username) ||
    (sender.phone ? readPhone(sender.phone).written : "")
  );
}

/** A contact, and how a channel knows the person. */
export type Person = {
  workspaceId: string;
  contactId: string;
  channelId: string;
  sender: Sender;
};

/** Makes the contact of a first message; somebody who is known already only gets what is missing. Tells whether anything was. */
export async function meet(person: Person): Promise<boolean> {
  const { workspaceId, contactId, channelId, sender } = person;
  const batch = db().batch();
  batch.create(contactOf(workspaceId, contactId), newContact(sender, channelId));
  await tellContact(batch, person);
  if ((await commit(batch)) === "written") return true;
  return db().runTransaction(async (transaction) => (await wholeContact(transaction, person))());
}

export type Wish = "stop" | "start";

/**
 * Looks at a contact inside a transaction. What it gives writes: a contact that is not there yet is made whole, one
 * of which something is missing is completed, and a wish about being written to is noted. It tells whether it wrote.
 */
export async function wholeContact(
  transaction: Transaction,
  person: Person,
): Promise<(wish?: Wish) => Promise<boolean>> {
  const { workspaceId, contactId, channelId, sender } = person;
  const ref = contactOf(workspaceId, contactId);
  const known = await transaction.get(ref);
  const fresh = newContact(sender, channelId);
  return async (wish) => {
    const missing = missingOf(known, fresh);
    const proven = known.exists ? provenBy({ ...factsOf(known), ...missing }, sender) : {};
    const changes = { ...missing, ...proven, ...wished(known, channelId, wish) };
    const isNews = Object.keys(changes).length > 0;
    if (!known.exists) transaction.create(ref, { ...fresh, ...changes });
    else if (isNews)
      transaction.update(ref, { ...changes, updatedAt: FieldValue.serverTimestamp() });
    if (!known.exists) await tellContact(transaction, person);
    else if (isNews) await tellContact(transaction, person, Object.keys(changes));
    return isNews || !known.exists;
  };
}

/** Tells of a contact that is made, or of its fields that change. */
export async function tellContact(
  write: Writer,
  { workspaceId, contactId }: Pick<Person, "workspaceId" | "contactId">,
  changed?: string[],
): Promise<void> {
  const about = { contactId };
  if (changed) {
    const source = newId();
    await tell(write, { workspaceId, type: "contact.updated", source, about, data: { changed } });
  } else {
    const source = contactId;
    await tell(write, { workspaceId, type: "contact.created", source, about, data: {} });
  }
}

/** What a contact lacks that a new one has; a name that nobody told is none. */
function missingOf(known: DocumentSnapshot, fresh: ReturnType<typeof newContact>) {
  const lacking = Object.entries(fresh).filter(
    ([field, value]) =>
      known.get(field) === undefined || (field === "name" && value && known.get(field) === ""),
  );
  const missing = Object.fromEntries(lacking);
  const isToldOnly = "name" in missing && fresh.unproven.includes("name");
  return isToldOnly ? { ...missing, unproven: [...factsOf(known).unproven, "name"] } : missing;
}

function wished(known: DocumentSnapshot, channelId: string, wish: Wish | undefined) {
  if (!wish) return {};
  const before = (known.get("optOut") ?? {}) as Contact["optOut"];
  const { [channelId]: left = false, ...others } = before;
  if (left === (wish === "stop")) return {};
  return { optOut: left ? others : { ...others, [channelId]: true } };
}

/** Whether a person has asked for no more messages on a channel. */
export async function hasOptedOut(
  workspaceId: string,
  contactId: string,
  channelId: string,
): Promise<boolean> {
  const contact = await contactOf(workspaceId, contactId).get();
  return contact.get(`optOut.${channelId}`) === true;
}

/**
 * Adds a phone that a person known by a user id has shown since; throws while the contact is not there yet. Tells
 * whether it was news.
 */
export async function addPhone(
  workspaceId: string,
  contactId: string,
  phone: string,
): Promise<boolean> {
  const ref = contactOf(workspaceId, contactId);
  const known: readonly string[] = (await ref.get()).get("phones") ?? [];
  if (known.includes(phone)) return false;
  const batch = db().batch();
  batch.update(ref, {
    phones: FieldValue.arrayUnion(phone),
    updatedAt: FieldValue.serverTimestamp(),
  });
  await tellContact(batch, { workspaceId, contactId }, ["phones"]);
  await batch.commit();
  return true;
}
