import {
  type Contact,
  type ContactKeyKind,
  type Identity,
  isUnproven,
  keyOf,
  oneForm,
  type Platform,
  provenAmong,
  type Sender,
} from "@hilo/schema";
import { hash } from "../platform/crypto.ts";
import type { DocumentReference } from "../platform/firestore.ts";
import { contactKeysOf } from "./store.ts";

/** What identifies a person beyond one channel: a phone in its one form, a mailbox, or a platform's user id. */
export type KeyName = { kind: ContactKeyKind; value: string };

/** The document that tells whose a key is. */
export function contactKeyOf(workspaceId: string, { kind, value }: KeyName): DocumentReference {
  return contactKeysOf(workspaceId).doc(hash(kind, value));
}

/** Where a number is written from, so that it is the writer's own. */
const byPhone: readonly Platform[] = ["whatsapp", "sms", "voice"];

/** By what else than a user id a platform addresses people; a chat on a site has ids of browsers. */
const withoutUserIds: readonly Platform[] = [...byPhone, "email", "webchat"];

/** The keys of a sender, the surest first: nothing that they only say of themselves. */
export function keysOf(sender: Sender, platform: Platform): KeyName[] {
  const proven = (what: "phone" | "email") => (isUnproven(sender, what) ? undefined : sender[what]);
  const userId = sender.userId ?? (withoutUserIds.includes(platform) ? undefined : keyOf(sender));
  return [
    ...(userId ? [userKey(platform, userId)] : []),
    ...addressKeys({ phones: [proven("phone")], emails: [proven("email")] }),
  ];
}

/** The keys of a contact's proven addresses. */
export function keysOfContact(contact: Pick<Contact, "phones" | "emails" | "unproven">): KeyName[] {
  return addressKeys({
    phones: provenAmong(contact.phones, contact),
    emails: provenAmong(contact.emails, contact),
  });
}

/** The key of the user id by which an identity is known, where it has one. */
export function keysOfIdentity({ platform, address, aliases }: Identity): KeyName[] {
  const userId = aliases.userId ?? (withoutUserIds.includes(platform) ? undefined : address);
  return userId ? [userKey(platform, userId)] : [];
}

/** Whether who writes on this platform is by this key who has it. */
export function isProof({ kind }: KeyName, platform: Platform): boolean {
  if (kind === "phone") return byPhone.includes(platform);
  return kind === "user" || platform === "email";
}

export function phoneKey(phone: string): KeyName {
  return { kind: "phone", value: oneForm(phone) };
}

function userKey(platform: Platform, userId: string): KeyName {
  return { kind: "user", value: `${platform}\n${userId}` };
}

type Addresses = {
  phones: readonly (string | undefined)[];
  emails: readonly (string | undefined)[];
};

/** The keys of phones and mailboxes, each once. */
export function addressKeys({ phones, emails }: Addresses): KeyName[] {
  const forms = new Set(phones.flatMap((phone) => (phone ? phoneKey(phone).value : [])));
  const mailboxes = new Set(emails.flatMap((email) => (email ? email.toLowerCase() : [])));
  return [
    ...[...forms].map((value): KeyName => ({ kind: "phone", value })),
    ...[...mailboxes].map((value): KeyName => ({ kind: "email", value })),
  ];
}
