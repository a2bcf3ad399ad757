import assert from "node:assert/strict";
import { Conversation, Message, statusOf } from "@hilo/schema";
import fc from "fast-check";
import { forgetConversations } from "../../functions/src/conversations/receive.ts";
import { conversationsOf, messageOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { onMessageCreated, onMessageUpdated } from "../../functions/src/triggers.ts";
import { during } from "../support/during.ts";
import { failNext, interposeFaults } from "./faults.ts";
import { outboundMessage } from "./outbound.ts";
import { startWebhooks } from "./server.ts";
import { connected, postTold } from "./voices/connected.ts";
import { type ExpectedThread, expectedStatus, expectedThreads } from "./voices/expected.ts";
import { voices } from "./voices/index.ts";
import { type History, historiesOf, type Step } from "./voices/told.ts";
import { outbox, type Told, type Voice } from "./voices/voice.ts";

const runs = Number(process.env.HISTORIES ?? 150);

describe("delivery histories", () => {
  during(startWebhooks);
  during(async () => ({ stop: interposeFaults() }));

  for (const voice of voices)
    it(`of ${voice.platform} by ${voice.provider} end in the same state (${runs} histories)`, async function () {
      this.timeout(10 * 60_000);
      await fc.assert(
        fc.asyncProperty(historiesOf(voice), (history) => run(voice, history)),
        { numRuns: runs, seed: 20261120 },
      );
    });
});

async function run(voice: Voice, { told, steps }: History): Promise<void> {
  const workspaceId = await connected(voice);
  for (const id of outbox.messages)
    await messageOf(workspaceId, outbox.conversationId, id).set(outboundMessage());
  for (const step of steps) await take(workspaceId, voice, told, step);
  // Providers repeat until they are answered 200: in the end everything has been delivered.
  for (const one of told) assert.equal(await postTold(workspaceId, voice, one), 200);
  await react(workspaceId);
  await react(workspaceId);
  await verify(workspaceId, voice, told);
}

async function take(workspaceId: string, voice: Voice, told: Told[], step: Step): Promise<void> {
  if (step.type === "newInstance") return forgetConversations();
  const send = (index: number) => postTold(workspaceId, voice, told[index] as Told);
  if (step.type === "parallel") {
    await Promise.all(step.events.map(send));
    return;
  }
  if (step.type === "crash") failNext(step.fault);
  await send(step.event);
  failNext("none");
}

/** What the triggers do: at least once, all at once, in no order. */
async function react(workspaceId: string): Promise<void> {
  const { docs } = await conversationsOf(workspaceId).get();
  await Promise.all(docs.map(({ id }) => reactIn(workspaceId, id)));
  await reactIn(workspaceId, outbox.conversationId);
}

async function reactIn(workspaceId: string, conversationId: string): Promise<void> {
  const { docs } = await messagesOf(workspaceId, conversationId).get();
  await Promise.all(
    docs.map(async (doc) => {
      const ids = { workspaceId, conversationId, messageId: doc.id };
      await onMessageCreated(ids, doc);
      await onMessageUpdated(ids, doc, doc);
    }),
  );
}

async function verify(workspaceId: string, voice: Voice, told: Told[]): Promise<void> {
  const { docs } = await conversationsOf(workspaceId).get();
  const threads = [...expectedThreads(voice, told).values()];
  assert.equal(docs.length, threads.length, "one conversation for each person");
  const found = await Promise.all(docs.map((doc) => threadOf(workspaceId, doc.id)));
  for (const thread of threads) {
    const [first] = thread.messages.keys();
    const own = found.find(({ messages }) => messages.some((one) => one.externalId === first));
    assert.ok(own, "every message is in a thread");
    verifyThread(own, thread);
    if (voice.timed) verifyTimes(own, thread);
  }
  for (const id of outbox.messages) {
    const message = read(Message, await messageOf(workspaceId, outbox.conversationId, id).get());
    assert.equal(message?.status, expectedStatus(told, id));
    assert.equal(message && statusOf(message), expectedStatus(told, id));
  }
}

type Found = { conversation: Conversation; messages: Message[] };

async function threadOf(workspaceId: string, id: string): Promise<Found> {
  const conversation = read(Conversation, await conversationsOf(workspaceId).doc(id).get());
  const { docs } = await messagesOf(workspaceId, id)
    .where("direction", "in", ["inbound", "outbound"])
    .get();
  const messages = docs.map((doc) => read(Message, doc)).filter((one) => one !== undefined);
  return { conversation: conversation ?? assert.fail(), messages };
}

function verifyThread({ conversation, messages }: Found, wanted: ExpectedThread): void {
  const seen = messages.map((message) => [
    message.externalId,
    message.text,
    message.deletedAt !== undefined,
    Object.values(message.reactions ?? {})[0]?.emoji,
  ]);
  const want = [...wanted.messages].map(([id, { text, deleted, emoji }]) => [
    id,
    text,
    deleted,
    emoji,
  ]);
  assert.deepEqual(sorted(seen), sorted(want));
  assert.equal(conversation.inboundCount, wanted.inbound);
}

function verifyTimes({ conversation }: Found, wanted: ExpectedThread): void {
  assert.equal(conversation.lastInboundAt, wanted.lastInboundAt);
  const answered = (wanted.lastEchoAt ?? -1) >= (wanted.lastInboundAt ?? 0);
  assert.equal(conversation.waitingSince, answered ? null : wanted.firstInboundAt);
  assert.equal(conversation.unread, answered ? 0 : wanted.inbound);
}

function sorted(rows: unknown[][]): unknown[][] {
  return [...rows].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
}
