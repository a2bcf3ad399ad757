import assert from "node:assert/strict";
import {
  type DayCounts,
  DeadLetter,
  dayAfter,
  dayOf,
  foldCounts,
  Identity,
  statsShards,
} from "@hilo/schema";
import { hash } from "../../functions/src/platform/crypto.ts";
import { read, workspace } from "../../functions/src/platform/firestore.ts";
import { countsIn, shardOf } from "../../functions/src/stats/store.ts";
import { house } from "../support/house.ts";
import { demoTwilio, postTwilio, signTwilio } from "../support/twilio.ts";
import { eventually } from "../support/wait.ts";
import { type Customer, formOf, newCustomer, newSid } from "./customers.ts";
import {
  contactOf,
  conversationOf,
  demo,
  documentAt,
  everything,
  leadOf,
  threadOf,
  welcomed,
} from "./records.ts";

const empty = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

async function post(customer: Customer, form: Record<string, string>): Promise<void> {
  const { status, type, text } = await postTwilio(house.baseUrl, customer.channelId, form);
  assert.deepEqual([status, text], [200, empty]);
  assert.match(type, /^text\/xml/);
}

/** The counters that a customer's conversation adds to, today and around midnight. */
async function countersOf({ conversationId }: Customer): Promise<DayCounts> {
  const place = { workspaceId: demo, conversationId, statsShards };
  const shards = [-1, 0, 1].map((days) => shardOf(place, dayAfter(dayOf(Date.now(), "UTC"), days)));
  const docs = await Promise.all(shards.map((shard) => shard.get()));
  return foldCounts(countsIn(docs));
}

async function deadLettersWith(text: string): Promise<DeadLetter[]> {
  const { docs } = await workspace(demo).collection("deadLetters").get();
  return docs
    .flatMap((doc) => read(DeadLetter, doc) ?? [])
    .filter(({ body }) => body.includes(text));
}

describe("a customer's message", () => {
  it("begins a conversation that is complete: contact, lead, identity, preview, counters", async () => {
    const customer = newCustomer();
    const before = await countersOf(customer);
    const start = Date.now();
    const form = formOf(customer, "Hola,\n ¿tienen   hora mañana?");
    await post(customer, form);
    const conversation = await welcomed(customer);
    const {
      contactId,
      lastMessageAt,
      lastInboundId,
      createdAt,
      updatedAt,
      replyUntil,
      turn,
      funnel,
      ...settled
    } = conversation;
    assert.deepEqual([turn.owner, turn.version], ["none", 0]);
    assert.deepEqual([funnel?.id, funnel?.stage, funnel?.by], ["sales", "initial", "rule"]);
    const { name, phone, conversationId: id } = customer;
    const lead = await leadOf(customer);
    assert.ok(lastMessageAt >= start && lastMessageAt <= Date.now());
    assert.equal(replyUntil, lastMessageAt + 24 * 3_600_000);
    assert.equal(lastInboundId, form.MessageSid);
    assert.ok(createdAt.getTime() >= start - 1000 && updatedAt >= createdAt);
    assert.deepEqual(settled, {
      contact: { name, avatar: null, country: "CL" },
      channelId: "twilio-whatsapp",
      provider: "twilio",
      platform: "whatsapp",
      address: phone,
      status: "open",
      priority: "normal",
      assigneeId: "none",
      teamId: "none",
      tags: [],
      unread: 1,
      inboundCount: 1,
      preview: { text: "Hola, ¿tienen hora mañana?", kind: "text", direction: "inbound" },
      lastInboundAt: lastMessageAt,
      waitingSince: lastMessageAt,
      begunAt: lastMessageAt,
      firstResponseAt: null,
      episode: 1,
      episodeAt: lastMessageAt,
      claim: null,
      snoozedUntil: null,
      leadId: lead.id,
      optedOut: false,
    });
    const contact = await contactOf(customer);
    assert.deepEqual([contact.name, contact.phones, contact.country], [name, [phone], "CL"]);
    assert.deepEqual(
      [lead.conversationId, lead.contactId, lead.name, lead.state, lead.source.platform],
      [id, contactId, name, "new", "whatsapp"],
    );
    const identity = await documentAt(Identity, `identities/${id}`);
    assert.deepEqual(
      [identity.conversationId, identity.contactId, identity.address],
      [id, contactId, phone],
    );
    const [message, ...others] = await threadOf(customer);
    assert.deepEqual(others, []);
    assert.equal(message?.id, hash("twilio-whatsapp", form.MessageSid ?? ""));
    assert.deepEqual([message?.text, message?.status], [form.Body, "received"]);
    const after = await countersOf(customer);
    for (const count of ["received", "conversations", "leads"] as const)
      assert.equal(after[count] - before[count], 1, count);
  });

  it("changes nothing when it comes again, once or many times at once", async () => {
    const customer = newCustomer();
    const form = formOf(customer, "¿Me confirman?");
    await post(customer, form);
    await welcomed(customer);
    const before = await everything();
    await post(customer, form);
    await Promise.all([post(customer, form), post(customer, form), post(customer, form)]);
    assert.deepEqual(await everything(), before);
  });

  it("joins the conversation there is, and opens it again", async () => {
    const customer = newCustomer("sms");
    await post(customer, formOf(customer, "Primero"));
    await welcomed(customer);
    await workspace(demo)
      .collection("conversations")
      .doc(customer.conversationId)
      .update({ status: "resolved", unread: 0, waitingSince: null });
    await post(customer, formOf(customer, "Segundo"));
    const conversation = await conversationOf(customer);
    assert.deepEqual(
      [conversation.status, conversation.unread, conversation.inboundCount],
      ["open", 1, 2],
    );
    assert.equal(conversation.preview.text, "Segundo");
    assert.deepEqual(
      (await threadOf(customer)).map(({ text }) => text),
      ["Primero", "Segundo"],
    );
  });

  const abroad: [prefix: string, country: string][] = [
    ["+5491144", "AR"],
    ["+551199", "BR"],
    ["+3461", "ES"],
    ["+1415555", "US"],
  ];
  for (const [prefix, country] of abroad) {
    it(`tells by its number that it comes from ${country}`, async () => {
      const customer = newCustomer("whatsapp", prefix);
      const phone = `${prefix}${customer.phone.slice(-(prefix.startsWith("+1") ? 4 : 7))}`;
      const conversationId = hash("twilio-whatsapp", phone);
      const person = { ...customer, phone, conversationId };
      await post(person, formOf(person, "Hola"));
      await welcomed(person);
      assert.equal((await contactOf(person)).country, country);
      assert.equal((await conversationOf(person)).contact.country, country);
    });
  }
});

describe("what nobody signed, or nobody knows", () => {
  const refusal = "Not accepted";

  it("is refused with 401 and leaves nothing behind", async () => {
    const customer = newCustomer();
    const form = formOf(customer, "falso");
    const before = await everything();
    for (const signature of ["", "AAAA", signTwilio("http://other", form), "x".repeat(8000)]) {
      const options = { signature };
      const answer = await postTwilio(house.baseUrl, customer.channelId, form, options);
      assert.deepEqual([answer.status, answer.text], [401, refusal]);
    }
    const wrongToken = await postTwilio(house.baseUrl, customer.channelId, form, {
      token: "other",
    });
    assert.equal(wrongToken.status, 401);
    assert.deepEqual(await everything(), before);
  });

  it("is refused with 404 and the same words when workspace, channel or provider are unknown", async () => {
    const form = formOf(newCustomer(), "perdido");
    const before = await everything();
    const places: [workspaceId: string, channelId: string][] = [
      [demo, "nothing"],
      ["nowhere", "twilio-whatsapp"],
      [demo, "telegram"],
      ["__demo__", "twilio-whatsapp"],
      [demo, "__proto__"],
    ];
    for (const [workspaceId, channelId] of places) {
      const answer = await postTwilio(house.baseUrl, channelId, form, { workspaceId });
      assert.deepEqual([answer.status, answer.text], [404, refusal], `${workspaceId}/${channelId}`);
    }
    const url = `${house.baseUrl}/webhooks/nobody/demo/twilio-whatsapp`;
    const answer = await fetch(url, { method: "POST", body: new URLSearchParams(form) });
    assert.deepEqual([answer.status, await answer.text()], [404, refusal]);
    assert.deepEqual(await everything(), before);
  });

  const url = () => `${house.baseUrl}/webhooks/twilio/demo/twilio-whatsapp`;
  const formType = { "content-type": "application/x-www-form-urlencoded" };
  const large = `Body=${"a".repeat(3 * 1024 * 1024)}`;
  const rows: [row: string, init: RequestInit, status: number][] = [
    ["a GET", { method: "GET" }, 405],
    ["a PUT", { method: "PUT", headers: formType, body: "a=1" }, 405],
    [
      "plain text",
      { method: "POST", headers: { "content-type": "text/plain" }, body: "hola" },
      415,
    ],
    ["no body", { method: "POST" }, 415],
    ["more than 3 MB", { method: "POST", headers: formType, body: large }, 413],
  ];
  for (const [row, init, status] of rows) {
    it(`is refused with ${status}: ${row}`, async () => {
      const answer = await fetch(url(), init);
      assert.deepEqual([answer.status, await answer.text()], [status, refusal]);
    });
  }
});

describe("what is signed but of no known kind", () => {
  const rows: [row: string, channelId: string, fields: Record<string, string>, reason: RegExp][] = [
    ["an event without a message", "twilio-whatsapp", { EventType: "NEW_KIND" }, /MessageSid/],
    [
      "a status of a new kind",
      "twilio-sms",
      { MessageSid: newSid(), MessageStatus: "teleported" },
      /teleported/,
    ],
    [
      "a status of a message that is not ours",
      "twilio-sms",
      { MessageSid: newSid(), MessageStatus: "sent" },
      /did not send/,
    ],
    [
      "a call in a state of a new kind",
      "twilio-voice",
      { CallSid: newSid("CA"), CallStatus: "teleported", From: "+56940000000" },
      /teleported/,
    ],
  ];
  for (const [row, channelId, fields, reason] of rows) {
    it(`is kept once as a dead letter: ${row}`, async () => {
      const mark = newSid("mark");
      const form = { AccountSid: demoTwilio.accountSid, ...fields, Mark: mark };
      for (const _ of [1, 2]) {
        const { status } = await postTwilio(house.baseUrl, channelId, form);
        assert.equal(status, 200);
      }
      const kept = await eventually(() => deadLettersWith(mark));
      assert.equal(kept.length, 1);
      assert.match(kept[0]?.reason ?? "", reason);
      assert.deepEqual([kept[0]?.channelId, kept[0]?.provider], [channelId, "twilio"]);
    });
  }
});
