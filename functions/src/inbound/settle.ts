import { Identity } from "@hilo/schema";
import {
  gatherNames,
  introduce,
  type Known,
  leadingTo,
  newestMove,
  readdress,
  recogniseAll,
} from "../contacts/identities.ts";
import type { Arrival } from "../conversations/arrival.ts";
import { conversationsOf, messageOf } from "../conversations/store.ts";
import { db, read, type WriteOutcome } from "../platform/firestore.ts";
import { joinAll } from "./join.ts";
import { acquaintance, append, begin, writeBeginning } from "./writing.ts";

export type Settled = { conversationId: string; outcome: WriteOutcome };

/** How often a person's place is looked for anew, when somebody changed it meanwhile. */
const mostTries = 4;

/** Begins the conversation; when something of it exists, joins it; only when its name differs, looks it up. */
export async function settle(arrival: Arrival): Promise<Settled> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const own = arrival.personId;
    if ((await begin(arrival, introduce)) === "written")
      return { conversationId: own, outcome: "written" };
    const joined = await append(arrival, own);
    if (joined !== "missing") return { conversationId: own, outcome: joined };
    const found = await findAndJoin(arrival);
    if (found) return found;
  }
  throw new Error("The place of a message changes all the time");
}

/** Somebody we wrote to by phone answers under a user id, or a phone has a new owner; undefined when it has to be tried anew. */
async function findAndJoin(arrival: Arrival): Promise<Settled | undefined> {
  const { connection, event, at } = arrival;
  const known = await recogniseAll(connection, event.sender, at);
  const [first] = known.identities;
  if (!first) return beginAnew(arrival);
  const { conversationId, contactId } = first;
  const outcome = await append(arrival, conversationId, (batch) =>
    gatherNames(batch, acquaintance(arrival, conversationId, contactId), known),
  );
  if (outcome === "missing") return beginPromised(arrival, known);
  if (outcome === "exists" && !(await isThere(arrival, conversationId))) return undefined;
  const all = known.identities.map((identity) => identity.conversationId);
  return { conversationId: await joinAll(connection, [conversationId, ...all]), outcome };
}

async function isThere({ connection, messageId }: Arrival, conversationId: string) {
  const ref = messageOf(connection.workspaceId, conversationId, messageId);
  return (await ref.get()).exists;
}

/** The sender's phone led to somebody else: their names point here from now on. */
async function beginAnew(arrival: Arrival): Promise<Settled> {
  const conversationId = arrival.personId;
  const begun = await begin(arrival, readdress);
  const outcome = begun === "exists" ? await append(arrival, conversationId) : begun;
  return { conversationId, outcome };
}

/** A change of number was told of somebody who writes only now: they begin where their names lead already. */
async function beginPromised(arrival: Arrival, known: Known): Promise<Settled | undefined> {
  const { workspaceId } = arrival.connection;
  const personId = known.identities[0]?.conversationId ?? arrival.personId;
  const ref = conversationsOf(workspaceId).doc(personId);
  const begun = await db().runTransaction(async (transaction) => {
    const { docs } = await transaction.get(leadingTo(workspaceId, personId));
    const leading = docs.map((doc) => read(Identity, doc)).filter((one) => one !== undefined);
    if (leading.length === 0 || (await transaction.get(ref)).exists) return false;
    await writeBeginning(transaction, { ...arrival, personId }, newestMove(leading, arrival.at));
    gatherNames(transaction, acquaintance(arrival, personId), known);
    return true;
  });
  return begun ? { conversationId: personId, outcome: "written" } : undefined;
}
