import { Contact, ContactKey } from "@hilo/schema";
import { addressKeys, contactKeyOf, keysOf } from "../../functions/src/contacts/keys.ts";
import { contactOf } from "../../functions/src/contacts/store.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { channelTable } from "./channel-table.ts";
import { createMissing } from "./create.ts";
import type { Dialogue } from "./dialogue.ts";
import { dialogues } from "./dialogues/index.ts";
import { type PersonId, people, personOf } from "./people.ts";
import { senderOf } from "./senders.ts";
import { timesOf } from "./times.ts";
import { workspaceId } from "./workspace.ts";

/** The contact of a person. */
export function contactIdOf(person: PersonId): string {
  return hash("contact", person);
}

/** Creates everybody who writes, and what they are found by. */
export async function seedContacts(now: number): Promise<void> {
  const ids = Object.keys(people).filter(isPerson);
  const made = ids.map((id) =>
    createMissing(contactOf(workspaceId, contactIdOf(id)), Contact, contactFrom(id, now)),
  );
  await Promise.all([...made, ...ids.map(seedKeys)]);
}

/** No two of them share anything. */
async function seedKeys(person: PersonId): Promise<void> {
  const contactIds = [contactIdOf(person)];
  const own = dialoguesOf(person);
  const { phone, email } = personOf(person);
  const keys =
    own.length > 0
      ? own.flatMap(({ channel }) =>
          keysOf(senderOf(person, channel), channelTable[channel].platform),
        )
      : addressKeys({ phones: [phone], emails: [email] });
  for (const key of keys)
    await createMissing(contactKeyOf(workspaceId, key), ContactKey, { kind: key.kind, contactIds });
}

function contactFrom(id: PersonId, now: number): Contact {
  const person = personOf(id);
  const { name, phone, email, company, country = "CL", language = "es", tags, fields } = person;
  const own = dialoguesOf(id);
  const since = Math.min(now, ...own.map((dialogue) => timesOf(dialogue, now)[0] ?? now));
  return {
    name,
    phones: phone ? [phone] : [],
    emails: email ? [email] : [],
    ...(company ? { company } : {}),
    unproven: [],
    country,
    language,
    preferredChannelId: own[0]?.channel ?? null,
    tags: tags ?? [],
    fields: fields ?? {},
    createdAt: new Date(since),
    updatedAt: new Date(since),
  };
}

function dialoguesOf(person: PersonId): Dialogue[] {
  return dialogues.filter((dialogue) => dialogue.person === person);
}

function isPerson(id: string): id is PersonId {
  return id in people;
}
