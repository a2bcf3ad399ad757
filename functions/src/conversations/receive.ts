import type { MessageEvent } from "@hilo/schema";
import { LRUCache } from "lru-cache";
import type { Connection } from "../connections/connections.ts";
import { type Acquaintance, introduce, readdress, recognise } from "../contacts/identities.ts";
import { commit, db, type Outcome, type Writer } from "../platform/firestore.ts";
import { countBegun, countOne, countReceived, countSent } from "../stats/stats.ts";
import { type Arrival, arrivalOf, changesBy, conversationFrom, messageFrom } from "./arrival.ts";
import { fillPlaceholder } from "./placeholders.ts";
import { conversationsOf, messageOf } from "./store.ts";

/** Where this instance has seen people's conversations: a hint that saves a call, never a truth. */
const seen = new LRUCache<string, string>({ max: 20_000 });

/** Forgets the hints, as a new instance would. */
export function forgetConversations(): void {
  seen.clear();
}

/**
 * Records a message that came in (or one of ours that was written elsewhere) in one atomic batch without reads:
 * the message under its derived id, its conversation, its count. A second delivery finds the message and changes
 * nothing.
 */
export async function receive(
  connection: Connection,
  event: MessageEvent,
): Promise<"recorded" | "duplicate"> {
  const arrival = await arrivalOf(connection, event);
  const proven = event.conversationId && (await append(arrival, event.conversationId));
  if (proven === "written") return "recorded";
  if (proven === "exists") return "duplicate";
  const key = `${connection.workspaceId}/${arrival.personId}`;
  const hint = seen.get(key);
  const hinted = hint ? await append(arrival, hint) : "missing";
  const settled =
    hint && hinted !== "missing"
      ? { conversationId: hint, outcome: hinted }
      : await settle(arrival);
  seen.set(key, settled.conversationId);
  if (settled.outcome === "written") return "recorded";
  const filled = await fillPlaceholder(arrival, settled.conversationId, () =>
    acquaintance(arrival),
  );
  return filled ? "recorded" : "duplicate";
}

type Settled = { conversationId: string; outcome: Outcome };

/** Begins the conversation; when something of it exists, joins it; only when its name differs, looks it up. */
async function settle(arrival: Arrival): Promise<Settled> {
  const own = arrival.personId;
  if ((await begin(arrival, introduce)) === "written")
    return { conversationId: own, outcome: "written" };
  const joined = await append(arrival, own);
  if (joined !== "missing") return { conversationId: own, outcome: joined };
  return findAndJoin(arrival);
}

/** Somebody we wrote to by phone answers under a user id, or a phone has a new owner. */
async function findAndJoin(arrival: Arrival): Promise<Settled> {
  const { workspaceId, channelId } = arrival.connection;
  const known = await recognise(workspaceId, channelId, arrival.event.sender);
  if (!known) return beginAnew(arrival);
  const outcome = await append(arrival, known.conversationId, (batch) =>
    readdress(batch, {
      ...acquaintance(arrival),
      conversationId: known.conversationId,
      contactId: known.contactId,
    }),
  );
  if (outcome === "missing") throw new Error("An identity leads to a conversation that is gone");
  return { conversationId: known.conversationId, outcome };
}

/** The sender's phone led to somebody else: their names point here from now on. */
async function beginAnew(arrival: Arrival): Promise<Settled> {
  const conversationId = arrival.personId;
  const begun = await begin(arrival, readdress);
  const outcome = begun === "exists" ? await append(arrival, conversationId) : begun;
  return { conversationId, outcome };
}

/** The batch for a conversation that exists: three writes. */
function append(
  arrival: Arrival,
  conversationId: string,
  also: (batch: Writer) => void = () => undefined,
): Promise<Outcome> {
  const { connection, messageId } = arrival;
  const { workspaceId } = connection;
  const batch = db().batch();
  batch.create(messageOf(workspaceId, conversationId, messageId), messageFrom(arrival));
  batch.update(conversationsOf(workspaceId).doc(conversationId), changesBy(arrival));
  countMessage(batch, arrival, conversationId);
  also(batch);
  return commit(batch);
}

/** The batch for a new one: it appears complete at once, or not at all. */
function begin(
  arrival: Arrival,
  identify: (batch: Writer, person: Acquaintance) => void,
): Promise<Outcome> {
  const { connection, messageId, personId: conversationId } = arrival;
  const { workspaceId } = connection;
  const batch = db().batch();
  batch.create(messageOf(workspaceId, conversationId, messageId), messageFrom(arrival));
  batch.create(conversationsOf(workspaceId).doc(conversationId), conversationFrom(arrival));
  identify(batch, acquaintance(arrival));
  countBeginning(batch, arrival);
  return commit(batch);
}

function countMessage(write: Writer, arrival: Arrival, conversationId: string): void {
  const { connection, at, event } = arrival;
  const { workspaceId, timeZone, channel } = connection;
  const occasion = { workspaceId, conversationId, timeZone, at };
  if (event.echo) countSent(write, occasion, null);
  else countReceived(write, occasion, channel.platform);
}

function countBeginning(write: Writer, { connection, at, event, personId }: Arrival): void {
  const { workspaceId, timeZone, channel } = connection;
  const occasion = { workspaceId, conversationId: personId, timeZone, at };
  if (event.echo) countOne(write, occasion, "conversations");
  else countBegun(write, occasion, channel.platform);
}

function acquaintance({ connection, event, personId }: Arrival): Acquaintance {
  return {
    workspaceId: connection.workspaceId,
    channelId: connection.channelId,
    platform: connection.channel.platform,
    sender: event.sender,
    conversationId: personId,
    contactId: personId,
  };
}
