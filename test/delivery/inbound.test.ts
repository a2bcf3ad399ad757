import assert from "node:assert/strict";
import { Contact, Conversation, foldStats, Lead, Message, Stats } from "@hilo/schema";
import fc from "fast-check";
import { forgetConversations } from "../../functions/src/conversations/receive.ts";
import { conversationsOf, messageOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { read, workspace } from "../../functions/src/platform/firestore.ts";
import { statsOf } from "../../functions/src/stats/store.ts";
import { onMessageCreated, onMessageUpdated } from "../../functions/src/triggers.ts";
import { during } from "../support/during.ts";
import { failNext, interposeFaults } from "./faults.ts";
import { type Happening, type History, histories, type Step } from "./history.ts";
import { expected } from "./oracle.ts";
import { callbackOf, outboundMessage } from "./outbound.ts";
import { formOf } from "./people.ts";
import { startWebhooks } from "./server.ts";
import { freshWorkspace } from "./workspace.ts";

const runs = Number(process.env.HISTORIES ?? 150);
const outboundConversation = "outbound-conversation";

describe("delivery histories of Twilio", () => {
  const webhooks = during(startWebhooks);
  during(async () => ({ stop: interposeFaults() }));

  it(`end in the same state whatever happens on the way (${runs} histories)`, async function () {
    this.timeout(10 * 60_000);
    await fc.assert(fc.asyncProperty(histories, run), { numRuns: runs, seed: 20261120 });
  });

  async function run({ happenings, steps }: History): Promise<void> {
    const workspaceId = await freshWorkspace();
    forgetConversations();
    await outboundMessages(workspaceId);
    for (const step of steps) await take(workspaceId, happenings, step);
    // Providers repeat until they are answered 200: in the end everything has been delivered.
    for (const happening of happenings) assert.equal(await post(workspaceId, happening), 200);
    await react(workspaceId);
    await react(workspaceId);
    await verify(workspaceId, happenings);
  }

  async function take(workspaceId: string, happenings: Happening[], step: Step): Promise<void> {
    if (step.type === "newInstance") return forgetConversations();
    const chosen = (index: number) => happenings[index] as Happening;
    if (step.type === "parallel") {
      await Promise.all(step.events.map((index) => post(workspaceId, chosen(index))));
      return;
    }
    if (step.type === "crash") failNext(step.fault);
    await post(workspaceId, chosen(step.event));
    failNext("none");
  }

  function post(workspaceId: string, happening: Happening): Promise<number> {
    const path = `/webhooks/twilio/${workspaceId}/twilio-whatsapp`;
    if (happening.type === "letter") return webhooks.post(path, formOf(happening));
    const { messageId, status, sid } = happening;
    const query = callbackOf({ workspaceId, conversationId: outboundConversation, messageId });
    const failure = status === "undelivered" ? { ErrorCode: "63024" } : {};
    return webhooks.post(path + query, { MessageSid: sid, MessageStatus: status, ...failure });
  }
});

async function outboundMessages(workspaceId: string): Promise<void> {
  for (const id of ["out-1", "out-2"])
    await messageOf(workspaceId, outboundConversation, id).set(outboundMessage());
}

/** What the triggers do: at least once, all at once, in no order. */
async function react(workspaceId: string): Promise<void> {
  const { docs } = await conversationsOf(workspaceId).get();
  await Promise.all(docs.map(({ id }) => reactIn(workspaceId, id)));
  for (const messageId of ["out-1", "out-2"]) {
    const doc = await messageOf(workspaceId, outboundConversation, messageId).get();
    const ids = { workspaceId, conversationId: outboundConversation, messageId };
    await onMessageUpdated(ids, doc, doc);
  }
}

async function reactIn(workspaceId: string, conversationId: string): Promise<void> {
  const { docs } = await messagesOf(workspaceId, conversationId).get();
  await Promise.all(
    docs.map((doc) => onMessageCreated({ workspaceId, conversationId, messageId: doc.id }, doc)),
  );
}

async function verify(workspaceId: string, happenings: Happening[]): Promise<void> {
  const { letters, statuses } = expected(happenings);
  const { docs } = await conversationsOf(workspaceId).get();
  assert.equal(docs.length, letters.size, "one conversation for each person");
  const found = await Promise.all(docs.map((doc) => inbound(workspaceId, doc.id)));
  const wanted = [...letters.values()].map((sids) => [...sids].sort().join());
  assert.deepEqual(found.map((sids) => sids.join()).sort(), wanted.sort());
  for (const doc of docs) await verifyConversation(workspaceId, doc.id);
  await verifyCounts(workspaceId, letters);
  for (const [messageId, want] of statuses) {
    const message = await messageAt(workspaceId, outboundConversation, messageId);
    assert.equal(message.statusRank, want.rank);
    assert.equal(message.status, want.status);
    assert.equal(message.error !== undefined, want.failed);
    assert.equal(message.dueAt, undefined, "the outbox need not look after it any more");
  }
}

async function inbound(workspaceId: string, conversationId: string): Promise<string[]> {
  const { docs } = await messagesOf(workspaceId, conversationId)
    .where("direction", "==", "inbound")
    .get();
  return docs.map((doc) => String(doc.get("externalId"))).sort();
}

async function verifyConversation(workspaceId: string, id: string): Promise<void> {
  const conversation = read(Conversation, await conversationsOf(workspaceId).doc(id).get());
  assert.ok(conversation);
  const { docs } = await messagesOf(workspaceId, id).where("direction", "==", "inbound").get();
  const messages = docs.map((doc) => read(Message, doc)).filter((it) => it !== undefined);
  const times = messages.map((message) => message.providerAt);
  assert.equal(conversation.unread, messages.length);
  assert.equal(conversation.inboundCount, messages.length);
  assert.equal(conversation.lastInboundAt, Math.max(...times));
  assert.equal(conversation.lastMessageAt, Math.max(...times));
  assert.equal(conversation.waitingSince, Math.min(...times));
  assert.equal(conversation.replyUntil, Math.max(...times) + 24 * 3_600_000);
  assert.equal(conversation.status, "open");
  assert.equal(conversation.leadId, id);
  const newest = messages.filter((message) => message.providerAt === Math.max(...times));
  assert.ok(newest.some((message) => message.text === conversation.preview.text));
  assert.ok(read(Lead, await workspace(workspaceId).collection("leads").doc(id).get()));
  const contact = workspace(workspaceId).collection("contacts").doc(conversation.contactId);
  assert.ok(read(Contact, await contact.get()));
}

async function verifyCounts(workspaceId: string, letters: Map<number, Set<string>>): Promise<void> {
  const { docs } = await statsOf(workspaceId).get();
  const shards = docs.map((doc) => read(Stats, doc)).filter((it) => it !== undefined);
  const counted = foldStats("20261120", shards);
  const received = [...letters.values()].reduce((sum, sids) => sum + sids.size, 0);
  assert.equal(counted.received, received);
  assert.equal(counted.conversations, letters.size);
  assert.equal(counted.leads, letters.size);
  const leads = await workspace(workspaceId).collection("leads").count().get();
  assert.equal(leads.data().count, letters.size);
}

async function messageAt(workspaceId: string, conversationId: string, id: string) {
  const message = read(Message, await messageOf(workspaceId, conversationId, id).get());
  assert.ok(message);
  return message;
}

it("derives an inbound message's id from channel and provider id", () => {
  assert.match(hash("twilio-whatsapp", "SM1"), /^[a-z2-7]{20}$/);
});
