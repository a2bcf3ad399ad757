import { Contact } from "@hilo/schema";
import { contactOf } from "../../functions/src/contacts/store.ts";
import { createMissing } from "./create.ts";
import type { Dialogue } from "./dialogue.ts";
import { dialogues } from "./dialogues/index.ts";
import { conversationIdOf } from "./ids.ts";
import { type PersonId, people, personOf } from "./people.ts";
import { timesOf } from "./times.ts";
import { workspaceId } from "./workspace.ts";

/** The contact of a person: under the id of the conversation that comes first in the dialogues. */
export function contactIdOf(person: PersonId): string {
  const first = dialoguesOf(person)[0];
  if (!first) throw new Error(`${person} writes nothing.`);
  return conversationIdOf(first.channel, person);
}

/** Creates everybody who writes. */
export async function seedContacts(now: number): Promise<void> {
  const ids = Object.keys(people).filter(isPerson);
  await Promise.all(
    ids.map((id) =>
      createMissing(contactOf(workspaceId, contactIdOf(id)), Contact, contactFrom(id, now)),
    ),
  );
}

function contactFrom(id: PersonId, now: number): Contact {
  const { name, phone, email, country = "CL", language = "es", tags, fields } = personOf(id);
  const own = dialoguesOf(id);
  const since = Math.min(...own.map((dialogue) => timesOf(dialogue, now)[0] ?? now));
  const optedOut = own.filter((dialogue) => dialogue.optedOut).map(({ channel }) => channel);
  return {
    name,
    phones: phone ? [phone] : [],
    emails: email ? [email] : [],
    unproven: [],
    country,
    language,
    preferredChannelId: own[0]?.channel ?? null,
    optOut: Object.fromEntries(optedOut.map((channel) => [channel, true as const])),
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
