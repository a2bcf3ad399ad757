import { type Contact, cut, oneForm, type Sender, visibleName } from "@hilo/schema";
import { tell } from "../events/tell.ts";
import { newId } from "../platform/clock.ts";
import { type DocumentSnapshot, FieldValue, type Writer } from "../platform/firestore.ts";
import { readPhone } from "./phone.ts";
import { factsOf, provenBy, unprovenOf } from "./proof.ts";

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

/** What a contact that is there lacks of what is told of its person: nothing where all is known. */
export function missingIn(
  known: DocumentSnapshot,
  sender: Sender,
  channelId: string,
): Record<string, unknown> {
  const missing = lackingIn(known, newContact(sender, channelId));
  const proven = provenBy({ ...factsOf(known), ...missing }, sender);
  const phones = newPhone(known, sender);
  return { ...(phones ? { phones } : {}), ...missing, ...proven };
}

/** A number that they write from, or show beside their user id, where the contact has it in no form. */
function newPhone(known: DocumentSnapshot, { phone, unproven }: Sender): string[] | undefined {
  const { phones } = factsOf(known);
  if (!phone || unproven || phones.some((one) => oneForm(one) === oneForm(phone))) return undefined;
  return [...phones, phone];
}

/** What a contact lacks that a new one has; a name that nobody told is none. */
function lackingIn(known: DocumentSnapshot, fresh: ReturnType<typeof newContact>) {
  const lacking = Object.entries(fresh).filter(
    ([field, value]) =>
      known.get(field) === undefined || (field === "name" && value && known.get(field) === ""),
  );
  const missing = Object.fromEntries(lacking);
  const isToldOnly = "name" in missing && fresh.unproven.includes("name");
  return isToldOnly ? { ...missing, unproven: [...factsOf(known).unproven, "name"] } : missing;
}

/** Tells of a contact that is made, or of its fields that change. */
export async function tellContact(
  write: Writer,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
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
