import { Identity, keyOf } from "@hilo/schema";
import { LRUCache } from "lru-cache";
import { isSamePerson } from "../contacts/identities.ts";
import { nameAt } from "../contacts/names.ts";
import { identityOf } from "../contacts/store.ts";
import type { Arrival } from "../conversations/arrival.ts";
import { read } from "../platform/firestore.ts";
import { joinAll } from "./join.ts";
import { learnName } from "./learn-name.ts";

/** The phones that this instance knows people by: a hint that saves a read, never a truth. */
const shown = new LRUCache<string, true>({ max: 20_000 });

/** Forgets the hints, as a new instance would. */
export function forgetPhones(): void {
  shown.clear();
}

/**
 * A phone that somebody known by a user id shows leads to them from now on, before anybody hears that their message was
 * taken: the next one may name the phone alone. Where it had led to a conversation of its own, that was theirs, too.
 * Gives the conversation in which they are then.
 */
export async function learnPhone(arrival: Arrival, conversationId: string): Promise<string> {
  const { connection, event, at } = arrival;
  const { phone, userId } = event.sender;
  if (!phone || !userId) return conversationId;
  const name = nameAt({ connection, at }, phone);
  const key = `${connection.workspaceId}/${connection.channelId}/${keyOf(event.sender)}/${name}`;
  if (shown.has(key)) return conversationId;
  const place = await placeOf(arrival, conversationId, name);
  shown.set(key, true);
  return place;
}

async function placeOf(arrival: Arrival, conversationId: string, name: string): Promise<string> {
  const { connection, event, at } = arrival;
  const ref = identityOf(connection.workspaceId, connection.channelId, name);
  const person = { connection, at, sender: event.sender, conversationId };
  for (let tries = 0; tries < 2; tries += 1) {
    const known = read(Identity, await ref.get());
    if (known?.conversationId === conversationId) return conversationId;
    if (known && isSamePerson(known, event.sender))
      return joinAll(connection, [conversationId, known.conversationId]);
    // Somebody else had it: whoever shows it last has it now.
    if (known && at > (known.at ?? 0)) await learnName(person, name, { taken: true });
    if (known || (await learnName(person, name))) return conversationId;
  }
  return conversationId;
}
