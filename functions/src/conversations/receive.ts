import type { MessageEvent } from "@hilo/schema";
import { LRUCache } from "lru-cache";
import type { Connection } from "../connections/connections.ts";
import { type Acquaintance, introduce, readdress, recognise } from "../contacts/identities.ts";
import { hash } from "../platform/crypto.ts";
import { commit, db, type Outcome, type Writer } from "../platform/firestore.ts";
import { type Arrival, arrivalOf, changesBy, conversationFrom, messageFrom } from "./arrival.ts";
import { countBeginning, countMessage } from "./count-arrival.ts";
import { mailHome } from "./mail-home.ts";
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
  const home = event.conversationId ?? (await mailHome(arrival));
  const taken = home ? await append(signedFor(home, arrival), home) : "missing";
  if (home && taken !== "missing")
    return taken === "written" ? "recorded" : keepApart(signedFor(home, arrival), home);
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
  return filled ? "recorded" : keepApart(arrival, settled.conversationId);
}

/** Some programs give two mails one Message-ID: the second is kept beside the first, under an id of its own. */
async function keepApart(
  arrival: Arrival,
  conversationId: string,
): Promise<"recorded" | "duplicate"> {
  const { connection, event, messageId } = arrival;
  const digest = event.mail?.digest;
  if (!digest) return "duplicate";
  const first = await messageOf(connection.workspaceId, conversationId, messageId).get();
  const known: unknown = first.get("mail.digest");
  if (known === undefined || known === digest) return "duplicate";
  const second = { ...arrival, messageId: hash(messageId, digest) };
  return (await append(second, conversationId)) === "written" ? "recorded" : "duplicate";
}

/** Tells who wrote, in a conversation with somebody else. */
function signedFor(conversationId: string, arrival: Arrival): Arrival {
  if (conversationId === arrival.personId) return arrival;
  const { name, address } = arrival.event.sender;
  const writer = name ? `${name} <${address}>` : address;
  return { ...arrival, event: { ...arrival.event, writer } };
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
  countBeginning(batch, arrival, conversationId);
  return commit(batch);
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
