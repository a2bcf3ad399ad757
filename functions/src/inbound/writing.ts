import { nobody } from "@hilo/schema";
import type { Acquaintance } from "../contacts/identities.ts";
import {
  type Arrival,
  changesByArrival,
  conversationFrom,
  messageFrom,
} from "../conversations/arrival.ts";
import { countBeginning, countMessage } from "../conversations/count-arrival.ts";
import { conversationsOf, messageOf } from "../conversations/store.ts";
import { tellArrival, tellBeginning } from "../conversations/tell-arrival.ts";
import { commit, db, type WriteOutcome, type Writer } from "../platform/firestore.ts";

/** The batch for a conversation that exists: three writes. */
export async function append(
  arrival: Arrival,
  conversationId: string,
  also: (batch: Writer) => void = () => undefined,
): Promise<WriteOutcome> {
  const { connection, messageId } = arrival;
  const { workspaceId } = connection;
  const batch = db().batch();
  batch.create(messageOf(workspaceId, conversationId, messageId), messageFrom(arrival));
  batch.update(conversationsOf(workspaceId).doc(conversationId), changesByArrival(arrival));
  countMessage(batch, arrival, conversationId);
  also(batch);
  await tellArrival(batch, arrival, conversationId);
  return commit(batch);
}

/** The batch for a new one: it appears complete at once, or not at all. */
export async function begin(
  arrival: Arrival,
  identify: (batch: Writer, person: Acquaintance) => void,
): Promise<WriteOutcome> {
  const batch = db().batch();
  await writeBeginning(batch, arrival);
  identify(batch, acquaintance(arrival, arrival.personId));
  return commit(batch);
}

/** What begins a conversation, without the names that lead to it. */
export async function writeBeginning(
  write: Writer,
  arrival: Arrival,
  address: { address?: string; movedAt?: number } = {},
): Promise<void> {
  const { connection, messageId, personId: conversationId } = arrival;
  const { workspaceId } = connection;
  const conversation = { ...conversationFrom(arrival), ...address };
  write.create(messageOf(workspaceId, conversationId, messageId), messageFrom(arrival));
  write.create(conversationsOf(workspaceId).doc(conversationId), conversation);
  countBeginning(write, arrival, conversationId);
  await tellBeginning(write, arrival, conversationId);
}

/** The sender as a person whose messages belong to a conversation. */
export function acquaintance(
  { connection, event, at }: Arrival,
  conversationId: string,
  contactId: string = nobody,
): Acquaintance {
  return { connection, at, sender: event.sender, conversationId, contactId };
}
