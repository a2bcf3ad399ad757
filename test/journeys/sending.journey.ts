import assert from "node:assert/strict";
import { Contact, Conversation } from "@hilo/schema";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { samples } from "../functions/files/samples.ts";
import { callApi } from "../support/people.ts";
import { eventually } from "../support/wait.ts";
import { newCustomer, phoneOf, sendsOf, treat, writes } from "./customers.ts";
import { auditOf, conversationOf, documentAt, messageOf, threadOf } from "./records.ts";
import { act, apiKey, problemIn, reached, send, textMessage, tokenOf, whoWrote } from "./staff.ts";

describe("an answer", () => {
  let agent: string;
  before(async () => {
    agent = await tokenOf("agent");
  });

  it("reaches the customer's phone and climbs to read", async () => {
    const customer = await whoWrote(newCustomer());
    const state = await send(agent, customer, textMessage("Sí, mañana a las 10"));
    assert.ok(["sent", "delivered", "read"].includes(state.status), state.status);
    assert.match(state.externalId ?? "", /^SM[0-9a-f]{32}$/);
    const { error } = await reached(agent, state, "read");
    // The reports may overtake each other: the first may come last.
    const { statusAt } = await eventually(async () => {
      const message = await messageOf(customer, state.messageId);
      return ["sent", "delivered", "read"].every((one) => one in message.statusAt) && message;
    });
    assert.equal(error, null);
    const { queued = 0, sent = 0, delivered = 0, read = 0 } = statusAt;
    for (const at of [sent, delivered, read]) assert.ok(queued > 0 && at >= queued, String(at));
    const [entry] = (await phoneOf(customer)).filter(({ from }) => from === "business");
    assert.deepEqual([entry?.text, entry?.status], ["Sí, mañana a las 10", "read"]);
    assert.deepEqual(await sendsOf(state.messageId).then(({ accepted }) => accepted), 1);
  });

  it("takes the conversation for who wrote it, and ends the waiting", async () => {
    const customer = await whoWrote(newCustomer());
    const { lastInboundAt, waitingSince } = await conversationOf(customer);
    assert.equal(waitingSince, lastInboundAt);
    const { messageId } = await send(agent, customer, textMessage("Un momento"));
    const conversation = await conversationOf(customer);
    assert.deepEqual(
      [conversation.waitingSince, conversation.unread, conversation.assigneeId, conversation.claim],
      [null, 0, "demo-agent", null],
    );
    assert.ok((conversation.firstResponseAt ?? 0) >= (lastInboundAt ?? Infinity));
    const preview = { text: "Un momento", kind: "text", direction: "outbound" };
    assert.deepEqual(conversation.preview, preview);
    const message = await messageOf(customer, messageId);
    const author = { type: "member", id: "demo-agent", name: "Agente Uno" };
    assert.deepEqual(message.author, author);
    const target = `conversations/${customer.conversationId}/messages/${messageId}`;
    assert.deepEqual(await auditOf(target), [], "the message is its own entry");
  });

  it("may come from another system, by its key, which takes no conversation", async () => {
    const customer = await whoWrote(newCustomer("sms"));
    const state = await send(apiKey, customer, textMessage("Su pedido va en camino"));
    await reached(apiKey, state, "delivered");
    const { assigneeId } = await conversationOf(customer);
    const { author } = await messageOf(customer, state.messageId);
    assert.deepEqual([assigneeId, author.type, author.name], ["none", "system", "Desarrollo"]);
  });

  it("carries a picture with its words", async () => {
    const customer = await whoWrote(newCustomer());
    const form = new FormData();
    const png = new Uint8Array(samples["image/png"] ?? Buffer.alloc(0));
    form.append("file", new Blob([png], { type: "image/png" }), "plano.png");
    const upload = await callApi(agent, "/files?channelId=twilio-whatsapp", { body: form });
    assert.equal(upload.status, 201, JSON.stringify(upload.json));
    const attachments = [upload.json.id];
    const message = { ...textMessage("El plano"), kind: "image", attachments };
    await reached(agent, await send(agent, customer, message), "read");
    const entry = (await phoneOf(customer)).find(({ from }) => from === "business");
    assert.deepEqual([entry?.text, entry?.files[0]?.type], ["El plano", "image/png"]);
    const [file] = (await messageOf(customer, message.messageId)).attachments;
    assert.deepEqual([file?.id, file?.name, file?.state], [upload.json.id, "plano.png", "ready"]);
  });

  it("is one message, however often and at once it is asked for", async () => {
    const customer = await whoWrote(newCustomer());
    const message = textMessage();
    await Promise.all([1, 2, 3].map(() => act(agent, customer, "messages", message)));
    await reached(agent, await send(agent, customer, message), "read");
    assert.deepEqual((await sendsOf(message.messageId)).calls, 1);
    const outbound = (await threadOf(customer)).filter((one) => one.direction === "outbound");
    assert.equal(outbound.length, 1);
  });

  it("is told again as the first time to who repeats a request with its key", async () => {
    const customer = await whoWrote(newCustomer());
    const path = `/conversations/${customer.conversationId}/messages`;
    const headers = { "Idempotency-Key": newId() };
    const body = textMessage();
    const first = await callApi(agent, path, { body, headers });
    const again = await callApi(agent, path, { body, headers });
    assert.deepEqual([again.status, again.json], [202, first.json]);
    assert.equal(again.headers.get("idempotency-replayed"), "true");
    const other = await callApi(agent, path, { body: textMessage("Otra cosa"), headers });
    problemIn(other, "invalid");
    assert.equal((await sendsOf(body.messageId)).calls, 1);
  });
});

describe("an answer that fails", () => {
  let agent: string;
  before(async () => {
    agent = await tokenOf("agent");
  });

  for (const [at, code, reason] of [
    ["callback", 63024, "badAddress"],
    ["call", 21211, "badAddress"],
    ["callback", 63016, "windowClosed"],
    ["callback", 63049, "spamLimited"],
    ["callback", 30008, "transient"],
  ] as const) {
    it(`says why (${code} at the ${at}), and is sent again as a message of its own`, async () => {
      const customer = await whoWrote(newCustomer());
      await treat(customer, { failure: { code, at } });
      const state = await send(agent, customer);
      const failed = await reached(agent, state, "failed");
      assert.deepEqual([failed.error?.code, failed.error?.reason], [String(code), reason]);
      assert.ok((failed.error?.message ?? "").length > 10);
      await treat(customer, { failure: null });
      // A window that the provider knows to be closed is opened by the customer only.
      if (reason === "windowClosed") await writes(customer, { text: "¿Siguen ahí?" });
      const messageId = newId();
      const path = `messages/${state.messageId}/retry`;
      const retried = await act(agent, customer, path, { messageId });
      assert.equal(retried.status, 202, JSON.stringify(retried.json));
      await reached(agent, { ...state, messageId }, "read");
      const read = (await phoneOf(customer)).filter((one) => one.status === "read");
      assert.deepEqual(
        read.map(({ text }) => text),
        ["Claro que sí"],
        "the customer has read it once",
      );
      assert.equal((await messageOf(customer, state.messageId)).retriedAs, messageId);
      problemIn(await act(agent, customer, path, { messageId: newId() }), "conflict");
      const retryOfRead = `messages/${messageId}/retry`;
      problemIn(await act(agent, customer, retryOfRead, { messageId: newId() }), "conflict");
    });
  }

  it("is held against the person when the provider knows they opted out", async () => {
    const customer = await whoWrote(newCustomer());
    await treat(customer, { failure: { code: 21610, at: "call" } });
    await reached(agent, await send(agent, customer), "failed");
    problemIn(await act(agent, customer, "messages", textMessage()), "optedOut");
  });
});

describe("a conversation begun by us", () => {
  const begin = (channelId: string, body: object, token = apiKey) =>
    callApi(token, `/channels/${channelId}/messages`, { body: { ...textMessage(), ...body } });

  it("appears whole with its contact, and is the one the person's answer joins", async () => {
    const customer = newCustomer("sms");
    await treat(customer);
    const message = { ...textMessage("Su hora es mañana"), to: customer.phone, name: "Ana Rojas" };
    const { status, json } = await begin("twilio-sms", message);
    assert.deepEqual([status, json.conversationId], [202, customer.conversationId]);
    const { messageId } = message;
    await reached(apiKey, { conversationId: customer.conversationId, messageId }, "delivered");
    const conversation = await conversationOf(customer);
    assert.deepEqual(conversation.contact, { name: "Ana Rojas", avatar: null, country: "CL" });
    const contact = await documentAt(Contact, `contacts/${conversation.contactId}`);
    assert.deepEqual(
      [contact.name, contact.phones, contact.country],
      ["Ana Rojas", [customer.phone], "CL"],
    );
    await writes(customer, { text: "Gracias" });
    const joined = await eventually(async () => {
      const now = await conversationOf(customer);
      assert.notEqual(now.leadId, null);
      return now;
    });
    assert.deepEqual([joined.unread, joined.contact.name], [1, "Ana Rojas"]);
    const again = await begin("twilio-sms", { to: customer.phone.replace("+569", "+56 9 ") });
    assert.equal(again.json.conversationId, customer.conversationId);
  });

  it("is the one there is, when the person has written before", async () => {
    const customer = await whoWrote(newCustomer());
    const { status, json } = await begin("twilio-whatsapp", { to: `whatsapp:${customer.phone}` });
    assert.deepEqual([status, json.conversationId], [202, customer.conversationId]);
  });

  it("is not begun by WhatsApp with free text, and nothing of it stays", async () => {
    const customer = newCustomer();
    const answer = await begin("twilio-whatsapp", { to: customer.phone });
    const { detail } = problemIn(answer, "windowClosed");
    assert.match(detail, /template/);
    const path = `conversations/${hash("twilio-whatsapp", customer.phone)}`;
    await assert.rejects(documentAt(Conversation, path), /is not there/);
  });

  for (const [row, channelId, to, code] of [
    ["an address that is none", "twilio-sms", "mañana", "invalid"],
    ["a channel that is not there", "nothing", "+56940000000", "notFound"],
    ["a channel where the customer has to write first", "telegram", "700000000", "invalid"],
    ["a channel that only tells of calls", "twilio-voice", "+56940000000", "invalid"],
  ] as const) {
    it(`is refused for ${row}`, async () => {
      problemIn(await begin(channelId, { to }), code);
    });
  }
});
