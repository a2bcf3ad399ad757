import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import type { InboundRequest } from "@hilo/simulator";
import type { Call } from "../../support/house.ts";
import { standingPair } from "../../support/standing-pair.ts";

const phoneNumberId = "106540352242922";
const apiKey = "test_kapso_api_key";

type Json = Record<string, unknown>;
type Message = Json & { kapso: Json & { statuses?: Json[] } };
type Payload = { message: Message; conversation: Json; data?: Payload[]; batch?: boolean };

describe("Kapso", () => {
  const pair = standingPair();
  pair.stand();

  const write = (message: Partial<InboundRequest>) => {
    const from = { phone: "+56981000110", name: "Daniela Contreras" };
    return pair.simulator.control.inbound({ channel: "whatsapp", from, ...message }, "kapso");
  };
  const ask = (path: string, body?: unknown, key = apiKey) =>
    fetch(`${pair.simulator.url}/kapso/${path}`, {
      method: body ? "POST" : "GET",
      headers: { "x-api-key": key, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const send = (message: Json) =>
    ask(`meta/whatsapp/v24.0/${phoneNumberId}/messages`, {
      messaging_product: "whatsapp",
      to: "56981000110",
      ...message,
    });
  const payloads = (): Payload[] => pair.calls.map(({ raw }) => JSON.parse(raw.toString()));
  const isSigned = ({ headers, raw }: Call) =>
    headers["x-webhook-signature"] ===
    createHmac("sha256", "test_kapso_secret").update(raw).digest("hex");

  it("tells of a message, signed, with a key that every try has", async () => {
    pair.answers.push(500);
    await write({ text: "hola ñ" });
    const [first, again] = pair.calls;
    assert.ok(first && again && isSigned(first));
    assert.equal(first.path, "/webhooks/kapso/demo/kapso");
    assert.equal(first.headers["x-webhook-event"], "whatsapp.message.received");
    assert.equal(first.headers["x-webhook-payload-version"], "v2");
    assert.equal(first.headers["x-idempotency-key"], again.headers["x-idempotency-key"]);
    const [payload] = payloads();
    assert.deepEqual(payload?.message.text, { body: "hola ñ" });
    assert.equal(payload?.message.kapso.origin, "cloud_api");
    assert.equal(payload?.conversation.phone_number, "+56981000110");
    await write({ text: "x", signature: "wrong" });
    assert.ok(!isSigned(pair.calls.at(-1) ?? first));
  });

  it("batches what comes together", async () => {
    await write({ kind: "image", samples: 3, text: "mira", batched: true });
    const [call] = pair.calls;
    assert.equal(call?.headers["x-webhook-batch"], "true");
    assert.equal(call?.headers["x-batch-size"], "3");
    const [{ batch, data = [] } = { batch: false }] = payloads();
    assert.equal(batch, true);
    const [media] = data.map(({ message }) => message.kapso);
    assert.equal(media?.has_media, true);
    assert.equal((await fetch(String(media?.media_url))).status, 200);
  });

  it("tells people without a phone by their user id", async () => {
    const userId = "CL.7302918460021";
    await write({ from: { userId }, text: "hola" });
    const [payload] = payloads();
    assert.equal(payload?.conversation.phone_number, null);
    assert.equal(payload?.conversation.business_scoped_user_id, userId);
    assert.equal(payload?.message.from_user_id, userId);
  });

  it("tells what the business wrote in the phone's own app", async () => {
    await write({ text: "desde el teléfono", echo: true });
    const [payload] = payloads();
    assert.equal(pair.calls[0]?.headers["x-webhook-event"], "whatsapp.message.sent");
    assert.equal(payload?.message.kapso.origin, "business_app");
    assert.equal(payload?.message.to, "56981000110");
  });

  it("sends through the proxy, and reports every state with those before", async () => {
    await write({ text: "hola" });
    pair.calls.length = 0;
    const answer = await send({ type: "text", text: { body: "Hola" } });
    assert.equal(answer.status, 200);
    const { messages } = await answer.json();
    await pair.simulator.control.settled();
    const [sent, delivered] = payloads();
    assert.equal(sent?.message.id, messages[0].id);
    assert.equal(delivered?.message.kapso.status, "delivered");
    assert.deepEqual(
      delivered?.message.kapso.statuses?.map(({ status }) => status),
      ["sent", "delivered"],
    );
  });

  it("passes Meta's refusals on, and says its own in its own form", async () => {
    const wrong = await send({ type: "text" });
    assert.equal((await wrong.json()).error.code, 131008);
    const stranger = await ask("meta/whatsapp/v24.0/1/messages", {}, "wrong");
    assert.equal(stranger.status, 401);
    assert.equal((await ask("meta/whatsapp/v24.0/1/messages", {})).status, 404);
    const failure = { code: "409", at: "call" } as const;
    pair.simulator.control.behave({ scope: "next", behaviour: { failure } });
    const busy = await send({ type: "text", text: { body: "x" } });
    assert.equal(busy.status, 409);
    assert.match((await busy.json()).error, /in-flight/);
  });

  it("reports a closed window as WhatsApp does", async () => {
    await send({ type: "text", text: { body: "x" } });
    await pair.simulator.control.settled();
    assert.equal(pair.calls[0]?.headers["x-webhook-event"], "whatsapp.message.failed");
    const [{ errors } = { errors: [] }] = payloads()[0]?.message.kapso.statuses ?? [];
    assert.equal((errors as { code: number }[])[0]?.code, 131047);
  });

  it("marks as read, and says how the number is", async () => {
    const { entry } = await write({ text: "hola" });
    await send({ status: "read", message_id: entry.id, to: undefined });
    assert.equal(entry.status, "read");
    const health = await ask(`platform/v1/whatsapp/phone_numbers/${phoneNumberId}/health`);
    assert.equal((await health.json()).status, "healthy");
  });
});
