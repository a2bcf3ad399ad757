import assert from "node:assert/strict";
import { Conversation, Message, statusOf } from "@hilo/schema";
import { flush, showHealth } from "../../functions/src/channels/health.ts";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { conversationsOf, messageOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { forgetConversations } from "../../functions/src/inbound/receive.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { countedIn } from "../support/counted.ts";
import { during } from "../support/during.ts";
import { callbackOf, outboundMessage } from "./outbound.ts";
import { startWebhooks } from "./server.ts";
import { inParallel, randomFrom, shuffled } from "./shuffle.ts";
import { freshWorkspace } from "./workspace.ts";

type Post = { channelId: string; query: string; form: Record<string, string> };

const people = 40;
const texts = 630;
const sentMessages = 40;
const outbox = "outbox-conversation";
const whatsapp = (person: number) => person % 2 === 0;
const phone = (person: number) => `+569400001${String(person).padStart(2, "0")}`;
const sid = (n: number) => `SM${String(n).padStart(32, "0")}`;

/** Person 0 writes most and person 39 least, so that counts differ. */
const writerOf = (n: number) => Math.floor((n % 28) * ((n % 5) / 4) + (n % people)) % people;

function textPost(n: number): Post {
  const person = writerOf(n);
  const prefix = whatsapp(person) ? "whatsapp:" : "";
  const form = {
    MessageSid: sid(n),
    From: prefix + phone(person),
    To: `${prefix}+15550100001`,
    Body: `Mensaje ${n}`,
    NumMedia: "0",
    ...(whatsapp(person) ? { ProfileName: `Persona ${person}`, WaId: phone(person).slice(1) } : {}),
  };
  return { channelId: whatsapp(person) ? "twilio-whatsapp" : "twilio-sms", query: "", form };
}

function statusPosts(workspaceId: string, n: number): Post[] {
  const query = callbackOf({ workspaceId, conversationId: outbox, messageId: `out-${n}` });
  return ["sent", "delivered", "read"].map((status) => ({
    channelId: "twilio-whatsapp",
    query,
    form: { MessageSid: sid(900_000 + n), MessageStatus: status },
  }));
}

/** 630 texts and 120 statuses, every third of them twice: 1,000 requests in an order of no meaning. */
function thousand(workspaceId: string): Post[] {
  const once = [
    ...Array.from({ length: texts }, (_, n) => textPost(n)),
    ...Array.from({ length: sentMessages }, (_, n) => statusPosts(workspaceId, n)).flat(),
  ];
  const doubled = once.filter((_, n) => n % 3 === 0);
  return shuffled([...once, ...doubled], randomFrom(20_261_120));
}

describe("a thousand mixed webhooks, every third of them twice", () => {
  const webhooks = during(startWebhooks);
  let workspaceId: string;
  let posts: Post[] = [];
  const written = Array.from({ length: people }, (_, person) =>
    Array.from({ length: texts }, (_, n) => n).filter((n) => writerOf(n) === person),
  );

  before(async () => {
    workspaceId = await freshWorkspace();
    posts = thousand(workspaceId);
    forgetConversations();
    for (let n = 0; n < sentMessages; n += 1)
      await messageOf(workspaceId, outbox, `out-${n}`).set(outboundMessage());
    await flush();
    await showHealth();
    await inParallel(posts, 16, async ({ channelId, query, form }) => {
      const path = `/webhooks/twilio/${workspaceId}/${channelId}${query}`;
      assert.equal(await webhooks.post(path, form), 200);
    });
  });

  it("are a thousand indeed, by forty people on two platforms", () => {
    assert.equal(posts.length, 1000);
    assert.ok(written.every((own) => own.length > 0));
  });

  it("leave one conversation a person, with the exact messages, unread and counts", async () => {
    const { docs } = await conversationsOf(workspaceId).get();
    assert.equal(docs.length, people);
    for (const [person, own] of written.entries()) {
      const channelId = whatsapp(person) ? "twilio-whatsapp" : "twilio-sms";
      const id = hash(channelId, phone(person));
      const conversation = read(
        Conversation,
        docs.find((doc) => doc.id === id) ?? assert.fail(`no conversation of person ${person}`),
      );
      const { docs: messages } = await messagesOf(workspaceId, id).get();
      assert.deepEqual(
        [conversation?.unread, conversation?.inboundCount, messages.length],
        [own.length, own.length, own.length],
      );
      const bodies = messages.map((doc) => read(Message, doc)?.text).sort();
      assert.deepEqual(bodies, own.map((n) => `Mensaje ${n}`).sort());
      const times = messages.map((doc) => read(Message, doc)?.providerAt ?? 0);
      assert.deepEqual(
        [conversation?.lastInboundAt, conversation?.waitingSince],
        [Math.max(...times), Math.min(...times)],
      );
    }
  });

  it("leave counters that add up", async () => {
    const counted = await countedIn(workspaceId);
    const byWhatsapp = written.filter((_, person) => whatsapp(person)).flat().length;
    const hours = Object.values(counted.receivedByHour).reduce((sum, n) => sum + n, 0);
    assert.deepEqual(
      [counted.received, counted.conversations, hours, counted.receivedByPlatform],
      [texts, people, texts, { whatsapp: byWhatsapp, sms: texts - byWhatsapp }],
    );
  });

  it("leave every message sent as read, whatever came first", async () => {
    for (let n = 0; n < sentMessages; n += 1) {
      const ref = messageOf(workspaceId, outbox, `out-${n}`);
      const message = read(Message, await ref.get()) ?? assert.fail();
      assert.equal(statusOf(message), "read");
      assert.deepEqual(Object.keys(message.statusAt).sort(), [
        "delivered",
        "queued",
        "read",
        "sent",
      ]);
    }
  });

  it("are told apart in the channels' health", async () => {
    await flush();
    await showHealth();
    const health = async (id: string) =>
      (await channelsOf(workspaceId).doc(id).get()).get("health");
    const [byWhatsapp, bySms] = [await health("twilio-whatsapp"), await health("twilio-sms")];
    assert.equal(byWhatsapp.received + bySms.received, texts);
    assert.equal(byWhatsapp.duplicates + bySms.duplicates, texts / 3);
    assert.equal(byWhatsapp.statuses, 160);
    assert.equal(byWhatsapp.deadLetters + bySms.deadLetters, 0);
  });
});
