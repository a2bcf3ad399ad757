import { oneForm, type Sender } from "@hilo/schema";
import { isUserId } from "./addresses.ts";
import { cut, Items, WhatsAppContact } from "./meta-wire.ts";

/** How WhatsApp names somebody: a phone without `+`, a user id (BSUID), or both. */
export type Names = { phone: string | undefined; userId: string | undefined };

/**
 * A person of WhatsApp; undefined when nothing names them. A phone may be withheld from a person with a user
 * name, so that an answer goes to the user id.
 */
export function personOf({ phone, userId }: Names, contacts: unknown): Sender | undefined {
  const number = e164(phone);
  const contact = contactOf({ phone, userId }, contacts);
  const known = number ?? e164(contact?.wa_id);
  const id = userId || contact?.user_id;
  const address = known ?? (id || phone);
  if (!address || address.length > 140) return undefined;
  const { name, username } = contact?.profile ?? {};
  return {
    address,
    ...(known ? { phone: known } : {}),
    ...(id ? { userId: id } : {}),
    ...(name ? { name: cut(name) } : {}),
    ...(username ? { username: cut(username) } : {}),
    ...countryOf(known, id),
  };
}

/** The description that is of this person: by their names, never by its place in the list. */
function contactOf({ phone, userId }: Names, contacts: unknown): WhatsAppContact | undefined {
  const known = contactsIn(contacts);
  const byPhone = phone === undefined ? undefined : known.get(phoneKey(phone));
  return byPhone ?? (userId === undefined ? undefined : known.get(userKey(userId)));
}

/** The same number beside a message and in it may come in two forms. */
function phoneKey(phone: string): string {
  return `phone ${oneForm(e164(phone) ?? phone)}`;
}

function userKey(userId: string): string {
  return `user ${userId}`;
}

type Contacts = ReadonlyMap<string, WhatsAppContact>;

const nobody: Contacts = new Map();
const read = new WeakMap<object, Contacts>();

/** The contacts beside a batch of messages by their names, read once for all of them; the first of a name counts. */
function contactsIn(contacts: unknown): Contacts {
  if (contacts === null || typeof contacts !== "object") return nobody;
  const known = read.get(contacts);
  if (known) return known;
  const found = new Map<string, WhatsAppContact>();
  for (const item of Items.parse(contacts)) {
    const contact = WhatsAppContact.safeParse(item).data;
    const { wa_id: phone, user_id: userId } = contact ?? {};
    const keys = [...(phone ? [phoneKey(phone)] : []), ...(userId ? [userKey(userId)] : [])];
    if (contact) for (const key of keys) found.set(key, found.get(key) ?? contact);
  }
  read.set(contacts, found);
  return found;
}

/** E.164 of WhatsApp's bare digits. */
export function e164(phone: string | undefined): string | undefined {
  return phone && /^\+?\d{5,15}$/.test(phone) ? `+${phone.replace("+", "")}` : undefined;
}

/** A user id begins with the country of its person, which is all that tells it when the phone is withheld. */
function countryOf(phone: string | undefined, userId = ""): Pick<Sender, "country"> {
  return !phone && isUserId(userId) ? { country: userId.slice(0, 2) } : {};
}
