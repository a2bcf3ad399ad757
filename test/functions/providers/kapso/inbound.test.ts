import assert from "node:assert/strict";
import { InboundEvent, type MessageEvent, type StatusEvent } from "@hilo/schema";
import fc from "fast-check";
import { parse } from "../../../../functions/src/providers/kapso/inbound.ts";
import { spoiled } from "../../../support/spoiled.ts";
import { jsonRequest, sample, sampleRequest, settings, webhookSamples } from "./samples.ts";

type Json = Record<string, unknown>;

const account = { settings };
const read = (body: unknown, event?: string) =>
  parse(jsonRequest(body, event ? { "X-Webhook-Event": event } : {}), account);
const received = "whatsapp.message.received";

const types: Record<string, string> = {
  "message.inbound": "message",
  "message.echo": "message",
  "message.status": "status",
  "conversation.opened": "ignored",
  "conversation.closed": "ignored",
  handover: "ignored",
};

function payload(message: Json, conversation: Json = {}) {
  return {
    message: { id: "wamid.Z1", timestamp: "1795180999", ...message },
    conversation: { id: "c", phone_number: "+56 9 8100 0110", ...conversation },
    phone_number_id: settings.phoneNumberId,
  };
}

function messageOf(body: unknown, event = received): MessageEvent {
  const [first] = read(body, event);
  assert.equal(first?.type, "message");
  return first as MessageEvent;
}

describe("reading Kapso's webhooks", () => {
  for (const one of webhookSamples) {
    it(`reads ${one.event} as ${types[one.kind]}`, () => {
      const events = parse(sampleRequest(one), account);
      assert.equal(events.length, one.event === "message_received_batch" ? 2 : 1);
      for (const event of events) assert.equal(InboundEvent.parse(event).type, types[one.kind]);
    });
  }

  it("takes the person from the conversation", () => {
    const { sender, text, at, externalId } = messageOf(sample("message_received_text").body);
    assert.deepEqual(sender, {
      address: "+5511900000001",
      phone: "+5511900000001",
      name: "Ana Souza",
    });
    assert.deepEqual([text, at, externalId], ["Hello", 1795180744000, "wamid.K1"]);
  });

  it("never drops somebody without a phone", () => {
    const body = payload(
      { type: "text", text: { body: "hola" } },
      { phone_number: null, business_scoped_user_id: "CL.73029", username: "coni" },
    );
    const { sender } = messageOf(body);
    assert.deepEqual(sender, {
      address: "CL.73029",
      userId: "CL.73029",
      username: "coni",
      country: "CL",
    });
  });

  it("believes the message rather than the conversation", () => {
    const body = payload({ from: "56987654321", type: "text", text: { body: "x" } });
    assert.equal(messageOf(body).sender.address, "+56987654321");
  });

  it("takes files from where Kapso keeps them, and reads what was said", () => {
    const { kind, text, files } = messageOf(sample("message_received_audio_transcript").body);
    assert.equal(kind, "audio");
    assert.equal(text, "need help");
    assert.deepEqual(files, [
      {
        source: "https://api.kapso.ai/media/y",
        type: "audio/ogg",
        name: "voice.ogg",
        size: 51200,
      },
    ]);
  });

  it("keeps the id of a file that Kapso has not copied yet, and a caption", () => {
    const image = { id: "77", mime_type: "image/png", caption: "mira" };
    const { files, text } = messageOf(payload({ type: "image", image }));
    assert.deepEqual(files, [{ source: "77", type: "image/png" }]);
    assert.equal(text, "mira");
  });

  it("reads pressed buttons, reactions and quotes", () => {
    const pressed = messageOf(sample("message_received_button_reply").body);
    assert.deepEqual(pressed.choice, { id: "btn_1", title: "Confirm" });
    const [reaction] = read(
      payload({ type: "reaction", reaction: { message_id: "wamid.A", emoji: "👍" } }),
      received,
    );
    assert.equal(reaction?.type, "change");
    const quoted = { type: "text", text: { body: "x" }, context: { id: "wamid.B" } };
    assert.equal(messageOf(payload(quoted)).replyTo, "wamid.B");
  });

  it("shows what the business wrote in the phone's own app as an echo", () => {
    const event = messageOf(sample("message_sent_from_business_app").body, "whatsapp.message.sent");
    assert.equal(event.echo, true);
    assert.equal(event.sender.address, "+5511900000001");
  });

  for (const word of ["sent", "delivered", "read", "failed"]) {
    it(`reads ${word}, with our own ids when they come back`, () => {
      const mark = "0123456789abcdef0123";
      const statuses = ["sent", "delivered", "read", "failed"].map((status, index) => ({
        id: "wamid.Z1",
        status,
        timestamp: String(1795181000 + index),
        biz_opaque_callback_data: `hilo/c1/m1/${mark}`,
        ...(status === "failed" ? { errors: [{ code: 131047 }] } : {}),
      }));
      const kapso = { direction: "outbound", origin: "cloud_api", status: word, statuses };
      const [event] = read(payload({ kapso }), `whatsapp.message.${word}`);
      const status = InboundEvent.parse(event) as StatusEvent;
      assert.equal(status.status, word);
      assert.equal(status.externalId, "wamid.Z1");
      assert.deepEqual(status.message, { conversationId: "c1", messageId: "m1", mark });
      assert.equal(status.sender?.address, "+56981000110");
      assert.equal(status.error?.reason, word === "failed" ? "windowClosed" : undefined);
    });
  }

  it("reads a status that has no history", () => {
    const [event] = read(payload({ kapso: { status: "read" } }), "whatsapp.message.read");
    assert.equal((event as StatusEvent).status, "read");
    assert.equal((event as StatusEvent).at, null);
  });

  it("tells by the message itself when no event is named", () => {
    const kapso = { direction: "outbound", status: "delivered", origin: "cloud_api" };
    assert.equal(read(payload({ kapso }))[0]?.type, "status");
    const inbound = { type: "text", text: { body: "x" }, kapso: { direction: "inbound" } };
    assert.equal(read(payload(inbound))[0]?.type, "message");
  });

  it("reads every part of a batch, whatever one of them is", () => {
    const good = payload({ type: "text", text: { body: "x" } });
    const data = [
      good,
      7,
      { message: {} },
      payload({ id: "wamid.Z2", type: "text", text: { body: "y" } }),
    ];
    const events = read({ type: received, batch: true, data }, received);
    assert.deepEqual(
      events.map(({ type }) => type),
      ["message", "unsupported", "unsupported", "message"],
    );
  });

  for (const direction of ["inbound", "outbound"])
    it(`keeps what is older than the connection as past: ${direction}`, () => {
      const kapso = { direction, origin: "history_sync" };
      const old = payload({ type: "text", text: { body: "x" }, kapso });
      const [event] = read(old, received);
      assert.ok(event?.type === "message");
      assert.deepEqual([event.past, event.echo === true], [true, direction === "outbound"]);
    });

  it("tells when the number is gone", () => {
    const [event] = read({ phone_number_id: "1" }, "whatsapp.phone_number.deleted");
    assert.equal(event?.type, "account");
    assert.equal(
      read({ phone_number_id: "1" }, "whatsapp.phone_number.created")[0]?.type,
      "ignored",
    );
  });

  it("keeps what it does not know: another number's, a new kind, a new shape", () => {
    const other = { ...payload({ type: "text", text: { body: "x" } }), phone_number_id: "1" };
    assert.equal(read(other, received)[0]?.type, "unsupported");
    const call = payload({ type: "text", text: { body: "x" } });
    assert.equal(read(call, "whatsapp.call.received")[0]?.type, "unsupported");
    assert.equal(read([], received)[0]?.type, "unsupported");
    assert.equal(read("x", received)[0]?.type, "unsupported");
  });

  it("reads Meta's own body, forwarded as it came", () => {
    const metadata = { phone_number_id: settings.phoneNumberId };
    const contacts = [{ profile: { name: "Ana" }, wa_id: "56981000110" }];
    const value = {
      metadata,
      contacts,
      messages: [{ id: "wamid.1", from: "56981000110", type: "text", text: { body: "x" } }],
      statuses: [{ id: "wamid.2", status: "delivered" }],
    };
    const echoes = [{ id: "wamid.3", to: "56981000110", type: "text", text: { body: "y" } }];
    const changes = [
      { field: "messages", value },
      { field: "smb_message_echoes", value: { metadata, contacts, message_echoes: echoes } },
      { field: "account_update", value: {} },
      { field: "messages", value: { ...value, metadata: { phone_number_id: "1" } } },
    ];
    const events = read({ object: "whatsapp_business_account", entry: [{ changes }, 7] });
    assert.deepEqual(
      events.map(({ type }) => type),
      ["message", "status", "message", "ignored", "unsupported"],
    );
    assert.equal((events[0] as MessageEvent).sender.name, "Ana");
    assert.equal((events[2] as MessageEvent).echo, true);
  });

  it("never throws, whatever bytes come", () => {
    const names = fc.constantFrom(
      "",
      received,
      "whatsapp.message.sent",
      "whatsapp.message.failed",
      "workflow.execution.failed",
    );
    const holds = (raw: Buffer, event: string) => {
      const events = parse({ ...jsonRequest(raw), headers: { "x-webhook-event": event } }, account);
      for (const one of events) InboundEvent.parse(one);
    };
    fc.assert(fc.property(fc.uint8Array(), names, (raw, event) => holds(Buffer.from(raw), event)));
    const bodies = fc.oneof(
      fc.object(),
      fc.record({ batch: fc.constant(true), data: fc.array(fc.object()) }),
      fc.record({ message: fc.object(), conversation: fc.object() }),
      fc.record({ object: fc.constant("whatsapp_business_account"), entry: fc.anything() }),
      fc.record({
        message: fc.record({ id: fc.string(), kapso: fc.object(), image: fc.object() }),
      }),
    );
    fc.assert(
      fc.property(bodies, names, (body, event) =>
        holds(Buffer.from(JSON.stringify(body) ?? "null"), event),
      ),
    );
    const samples = spoiled(webhookSamples.map(({ body }) => body));
    fc.assert(fc.property(samples, names, holds), { numRuns: 500 });
  });
});
