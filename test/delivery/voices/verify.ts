import assert from "node:assert/strict";
import { Contact, Conversation, foldStats, Lead, Message, Stats, statusOf } from "@hilo/schema";
import type { z } from "zod";
import {
  conversationsOf,
  messageOf,
  messagesOf,
} from "../../../functions/src/conversations/store.ts";
import { deadLettersOf } from "../../../functions/src/dead-letters/store.ts";
import {
  type CollectionReference,
  db,
  read,
  workspace,
} from "../../../functions/src/platform/firestore.ts";
import { statsOf } from "../../../functions/src/stats/store.ts";
import { type ExpectedThread, expectedDelivery, expectedThreads } from "./expected.ts";
import { verifyThread } from "./verify-thread.ts";
import { outbox, type Told, type Voice } from "./voice.ts";

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
  assert.equal(leads.size, threads.filter(hasWritten).length, "a lead for each who wrote");
  const found = await Promise.all(
    [...conversations].map(async ([id, conversation]) => {
      const messages = await allOf(Message, messagesOf(workspaceId, id));
      const contact = contacts.get(conversation.contactId) ?? assert.fail("there is no contact");
      return { id, conversation, contact, lead: leads.get(id), messages: [...messages.values()] };
    }),
  );
  for (const thread of threads) {
    const [first] = thread.messages.keys();
    const own = found.find(({ messages }) => messages.some((one) => one.externalId === first));
    verifyThread(voice, own ?? assert.fail("every message is in a thread"), thread);
  }
}

function hasWritten({ messages }: ExpectedThread): boolean {
  return [...messages.values()].some(({ direction }) => direction === "inbound");
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
  const shards = await allOf(Stats, statsOf(workspaceId));
  const counted = foldStats("20261120", [...shards.values()]);
  const directions = threads.flatMap(({ messages }) =>
    [...messages.values()].map(({ direction }) => direction),
  );
  const received = directions.filter((one) => one === "inbound").length;
  assert.equal(counted.received, received);
  assert.equal(counted.receivedByPlatform[platform] ?? 0, received);
  assert.equal(counted.sent, directions.length - received);
  assert.equal(counted.conversations, threads.length);
  assert.equal(counted.leads, threads.filter(hasWritten).length);
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
