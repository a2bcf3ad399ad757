import assert from "node:assert/strict";
import {
  Contact,
  Conversation,
  type DayCounts,
  dayOf,
  foldCounts,
  Lead,
  Message,
  statusOf,
} from "@hilo/schema";
import type { z } from "zod";
import { recount } from "../../../functions/src/conversations/recount.ts";
import {
  conversationsOf,
  messageOf,
  messagesOf,
} from "../../../functions/src/conversations/store.ts";
import { deadLettersOf } from "../../../functions/src/dead-letters/store.ts";
import { matterOf } from "../../../functions/src/leads/open.ts";
import {
  type CollectionReference,
  db,
  read,
  workspace,
} from "../../../functions/src/platform/firestore.ts";
import { countedIn } from "../../support/counted.ts";
import { optOutIn } from "../../support/known-person.ts";
import { type ExpectedThread, expectedDelivery, expectedThreads } from "./expected.ts";
import { verifyThread } from "./verify-thread.ts";
import { firstAt, outbox, type Told, type Voice } from "./voice.ts";

/** That a workspace ended as it must by what was told, whatever happened on the way. */
export async function verify(workspaceId: string, voice: Voice, told: Told[]): Promise<void> {
  const threads = expectedThreads(voice, told);
  await verifyThreads(workspaceId, voice, threads);
  await verifyCounts(workspaceId, voice, threads);
  await verifyDeliveries(workspaceId, told);
  assert.equal((await deadLettersOf(workspaceId).count().get()).data().count, 0, "all is usable");
}

async function verifyThreads(
  workspaceId: string,
  voice: Voice,
  threads: ExpectedThread[],
): Promise<void> {
  const conversations = await allOf(Conversation, conversationsOf(workspaceId));
  const contacts = await allOf(Contact, workspace(workspaceId).collection("contacts"));
  const leads = await allOf(Lead, workspace(workspaceId).collection("leads"));
  assert.equal(conversations.size, threads.length, "one conversation for each person");
  const found = await Promise.all(
    [...conversations].map(async ([id, conversation]) => {
      const messages = await allOf(Message, messagesOf(workspaceId, id));
      const contact = contacts.get(conversation.contactId) ?? assert.fail("there is no contact");
      const optOut = await optOutIn(workspaceId, id);
      const lead = leads.get(conversation.leadId ?? "");
      return { id, conversation, contact, optOut, lead, messages: [...messages.values()] };
    }),
  );
  assert.equal(contacts.size, conversations.size, "one contact for each person");
  await verifyLeads(workspaceId, leads, new Set(contacts.keys()));
  for (const thread of threads) {
    const [first] = thread.messages.keys();
    const own = found.find(({ messages }) => messages.some((one) => one.externalId === first));
    verifyThread(voice, own ?? assert.fail("every message is in a thread"), thread);
  }
}

/** Each is somebody's, nobody has two that are open in one matter, and all of them are counted. */
async function verifyLeads(
  workspaceId: string,
  leads: ReadonlyMap<string, Lead>,
  contacts: ReadonlySet<string>,
): Promise<void> {
  for (const { contactId } of leads.values()) assert.ok(contacts.has(contactId));
  const open = [...leads.values()].filter(({ column }) => column !== null);
  const matters = open.map(({ contactId, funnel }) => `${contactId} ${matterOf({ funnel })}`);
  assert.equal(new Set(matters).size, matters.length, "one open lead a person and matter");
  assert.equal((await countedIn(workspaceId)).leads, leads.size, "every lead is counted");
}

async function allOf<S extends z.ZodType>(
  schema: S,
  collection: CollectionReference,
): Promise<Map<string, z.output<S>>> {
  const { docs } = await collection.get();
  return new Map(docs.map((doc) => [doc.id, read(schema, doc) ?? assert.fail()]));
}

async function verifyCounts(
  workspaceId: string,
  { platform }: Voice,
  threads: ExpectedThread[],
): Promise<void> {
  const counted = await countedIn(workspaceId);
  const recounted = await Promise.all(
    [0, 1].map((days) => recount(workspaceId, dayOf(firstAt + days * dayMs, timeZone), timeZone)),
  );
  assert.deepEqual(addedUp(foldCounts(recounted)), addedUp(counted), "the night counts the same");
  const directions = threads.flatMap(({ messages }) =>
    [...messages.values()].map(({ direction }) => direction),
  );
  const received = directions.filter((one) => one === "inbound").length;
  assert.equal(counted.received, received);
  assert.equal(counted.receivedByPlatform[platform] ?? 0, received);
  assert.equal(counted.sent, directions.length - received);
  assert.equal(counted.conversations, threads.length);
}

const dayMs = 24 * 60 * 60 * 1000;
const timeZone = "America/Santiago";

/** Without the extremes, which are not taken back before the night. */
function addedUp(counts: DayCounts): Partial<DayCounts> {
  const { responseMin: _, responseMax: __, ...sums } = counts;
  return sums;
}

async function verifyDeliveries(workspaceId: string, told: Told[]): Promise<void> {
  const refs = outbox.messages.map((id) => messageOf(workspaceId, outbox.conversationId, id));
  for (const doc of await db().getAll(...refs)) {
    const message = read(Message, doc) ?? assert.fail();
    const want = expectedDelivery(told, doc.id);
    assert.equal(statusOf(message), want.status);
    assert.equal(message.statusRank, want.rank);
    assert.equal(message.error !== undefined, want.failed);
    assert.equal(message.dueAt === undefined, want.known, "the outbox looks after it until then");
  }
}
