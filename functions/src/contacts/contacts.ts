import type { Contact, Sender } from "@hilo/schema";
import { commit, db, FieldValue } from "../platform/firestore.ts";
import { readPhone } from "./phone.ts";
import { contactOf } from "./store.ts";

/** A person as first known: name from the profile, country from the number. */
export function newContact(sender: Sender, channelId: string) {
  return {
    name: [...nameOf(sender)].slice(0, longestName).join(""),
    phones: sender.phone ? [sender.phone] : [],
    emails: sender.email ? [sender.email] : [],
    country: countryOf(sender),
    language: null,
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
  return sender.name || sender.username || (sender.phone ? readPhone(sender.phone).written : "");
}

/** Makes the contact of a first message; somebody who is known already stays as they are. */
export async function meet(
  workspaceId: string,
  contactId: string,
  sender: Sender,
  channelId: string,
): Promise<void> {
  const batch = db().batch();
  batch.create(contactOf(workspaceId, contactId), newContact(sender, channelId));
  await commit(batch);
}

/** Notes a wish about being written to on a channel; throws while the contact is not there yet. */
export async function noteConsent(
  workspaceId: string,
  contactId: string,
  channelId: string,
  consent: "stop" | "start",
): Promise<void> {
  const wish = consent === "stop" ? true : FieldValue.delete();
  await contactOf(workspaceId, contactId).update({
    [`optOut.${channelId}`]: wish,
    updatedAt: FieldValue.serverTimestamp(),
  });
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

/** Adds a phone that a person known by a user id has shown since; throws while the contact is not there yet. */
export async function addPhone(
  workspaceId: string,
  contactId: string,
  phone: string,
): Promise<void> {
  await contactOf(workspaceId, contactId).update({
    phones: FieldValue.arrayUnion(phone),
    updatedAt: FieldValue.serverTimestamp(),
  });
}
