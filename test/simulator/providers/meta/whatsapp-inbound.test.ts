import assert from "node:assert/strict";
import type { InboundRequest } from "@hilo/simulator";
import { standingPair } from "../../support/standing-pair.ts";
import { changes, graph, headers, isSigned } from "./graph.ts";

const from = { phone: "+56981234567", name: "Rocío Núñez" };
const whatsapp = { channel: "whatsapp", from } as const;
const target = "wamid.TARGET";

type Row = [name: string, message: Partial<InboundRequest>, part: Record<string, unknown>];

const rows: Row[] = [
  ["a text", { text: "Olá ☕/" }, { type: "text", text: { body: "Olá ☕/" } }],
  [
    "a quoted text",
    { text: "esta", replyTo: target },
    { context: { from: "15550783881", id: target } },
  ],
  ["a forwarded text", { text: "x", forwarded: true }, { context: { forwarded: true } }],
  [
    "a location",
    { kind: "location", location: { latitude: -33.4, longitude: -70.6, name: "Oficina" } },
    { location: { latitude: -33.4, longitude: -70.6, name: "Oficina" } },
  ],
  [
    "a pressed button",
    { kind: "button", button: { id: "y", title: "Sí" } },
    { interactive: { type: "button_reply", button_reply: { id: "y", title: "Sí" } } },
  ],
  [
    "a template's button",
    { kind: "button", button: { id: "y", title: "Sí" }, fields: { type: "button" } },
    { type: "button", button: { text: "Sí", payload: "y" } },
  ],
  [
    "a row of a list",
    { kind: "list", list: { id: "r", title: "Rojo", description: "vivo" } },
    {
      interactive: {
        type: "list_reply",
        list_reply: { id: "r", title: "Rojo", description: "vivo" },
      },
    },
  ],
  [
    "a reaction",
    { kind: "reaction", target, emoji: "👍" },
    { type: "reaction", reaction: { message_id: target, emoji: "👍" } },
  ],
  [
    "a reaction taken back",
    { kind: "reaction", target, emoji: "" },
    { reaction: { message_id: target } },
  ],
  [
    "an edit",
    { kind: "edit", target, text: "corregido" },
    {
      edit: {
        original_message_id: target,
        message: { type: "text", text: { body: "corregido" } },
      },
    },
  ],
  ["a deletion", { kind: "delete", target }, { revoke: { original_message_id: target } }],
  [
    "an advertisement's reader",
    { text: "hola", referral: { headline: "Chat", sourceId: "1202", sourceType: "ad" } },
    { referral: { headline: "Chat", source_id: "1202", source_type: "ad" } },
  ],
];

describe("A customer on Meta's WhatsApp", () => {
  const pair = standingPair();
  pair.stand();
  beforeEach(() => {
    pair.calls.length = 0;
  });

  const write = (message: Partial<InboundRequest>) =>
    pair.simulator.control.inbound({ ...whatsapp, ...message }, "meta");

  for (const [name, message, part] of rows) {
    it(`sends ${name}`, async () => {
      const { answers } = await write(message);
      assert.deepEqual(
        answers.map(({ status }) => status),
        [200],
      );
      const [change] = changes(pair);
      const [item = {}] = change?.value.messages ?? [];
      for (const [key, value] of Object.entries(part)) assert.deepEqual(item[key], value);
      assert.equal(item.from, "56981234567");
      assert.match(String(item.from_user_id), /^CL\./);
      assert.match(String(item.id), /^wamid\./);
      assert.match(String(item.timestamp), /^\d{10}$/);
    });
  }

  it("is told signed, escaped, on one address for all accounts", async () => {
    await write({ text: "Olá/" });
    const [call] = pair.calls;
    assert.ok(call && isSigned(call));
    assert.equal(call.path, "/webhooks/meta/demo");
    assert.match(call.raw.toString(), /Ol\\u00e1\\\//);
    await write({ text: "x", signature: "wrong" });
    await write({ text: "x", signature: "missing" });
    assert.deepEqual(pair.calls.slice(1).map(isSigned), [false, false]);
  });

  it("may have no phone", async () => {
    const userId = "CL.13491208655302741918";
    await write({ from: { userId, username: "vale.soto", name: "Vale" }, text: "hola" });
    const { messages = [], contacts } = changes(pair)[0]?.value ?? {};
    assert.equal(messages[0]?.from, undefined);
    assert.equal(messages[0]?.from_user_id, userId);
    assert.deepEqual(contacts, [
      { profile: { name: "Vale", username: "vale.soto" }, user_id: userId },
    ]);
  });

  it("sends an album as one message for each picture, which can be fetched with the token", async () => {
    await write({ kind: "image", samples: 2, text: "mira" });
    const images = changes(pair).flatMap(({ value }) => value.messages ?? []);
    assert.deepEqual(
      images.map((one) => (one.image as Record<string, unknown>).caption),
      ["mira", undefined],
    );
    const { id } = (images[0]?.image ?? {}) as { id?: string };
    const { body } = await graph(pair, `${id}?phone_number_id=106540352242922`);
    assert.equal(body.mime_type, "image/jpeg");
    const url = String(body.url);
    assert.equal((await fetch(url)).status, 401);
    const file = await fetch(url, { headers });
    assert.equal(String((await file.arrayBuffer()).byteLength), body.file_size);
    assert.equal((await fetch(`${url}0`, { headers })).status, 404);
  });

  it("sees what the business writes in the phone's own app", async () => {
    await write({ text: "desde el teléfono", echo: true });
    const [change] = changes(pair);
    assert.equal(change?.field, "smb_message_echoes");
    const [echo] = change?.value.message_echoes ?? [];
    assert.equal(echo?.from, "15550783881");
    assert.equal(echo?.to, "56981234567");
  });

  it("writes twice over, and anything a test wants", async () => {
    await write({ text: "x", copies: 2 });
    assert.equal(pair.calls[0]?.raw.toString(), pair.calls[1]?.raw.toString());
    await write({ body: { object: "whatsapp_business_account", entry: [] } });
    assert.equal(
      pair.calls[2]?.raw.toString(),
      '{"object":"whatsapp_business_account","entry":[]}',
    );
  });
});
