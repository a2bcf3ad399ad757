import { deepEqual, equal } from "node:assert/strict";
import type { MessageEvent } from "@hilo/schema";
import { fromMarta, messageIn, read, samplesOf } from "./samples.ts";

const types: Record<string, string[]> = {
  "account.error": ["account"],
  "call.permission": ["ignored"],
  "call.status": ["call"],
  "contact.identity_changed": ["identity"],
  "conversation.opened": ["ignored"],
  "message.deleted": ["change"],
  "message.echo": ["message"],
  "message.edited": ["change"],
  "message.inbound": ["message"],
  "message.status": ["status"],
  "message.unsupported": ["message"],
  "template.quality": ["template"],
  "template.status": ["template"],
  optin: ["consent"],
  reaction: ["change"],
};
const exceptions: Record<string, string[]> = {
  batch_two_phone_numbers: ["message", "message"],
  system_customer_identity_changed: ["ignored"],
  unknown_future_type: ["message", "unsupported"],
};

describe("reading WhatsApp's webhooks", () => {
  for (const { event, kind, body } of samplesOf("whatsapp", "webhook")) {
    if (!body) continue;
    const wanted = exceptions[event] ?? types[kind];
    it(`reads ${event} as ${wanted?.join(", ")}`, () => {
      deepEqual(
        read(body).map(({ type }) => type),
        wanted,
      );
    });
  }
});

type Row = [name: string, message: object, wanted: Partial<MessageEvent>];
const media = { id: 99001, mime_type: "audio/ogg; codecs=opus", sha256: "x" };

const rows: Row[] = [
  [
    "a text",
    { type: "text", text: { body: "¿Abren hoy? 🙂" } },
    { kind: "text", text: "¿Abren hoy? 🙂" },
  ],
  [
    "a photo with its caption, by its id",
    {
      type: "image",
      image: {
        ...media,
        mime_type: "image/png",
        caption: "mira",
        url: "https://lookaside.fbsbx.com/x",
      },
    },
    { kind: "image", text: "mira", files: [{ source: "99001", type: "image/png" }] },
  ],
  [
    "a voice message",
    { type: "audio", audio: { ...media, voice: true } },
    { kind: "audio", text: "", files: [{ source: "99001", type: "audio/ogg" }] },
  ],
  [
    "a film that only has an address",
    { type: "video", video: { mime_type: "video/mp4", url: "https://lookaside.fbsbx.com/v" } },
    { kind: "video", files: [{ source: "https://lookaside.fbsbx.com/v", type: "video/mp4" }] },
  ],
  [
    "a document by its name",
    {
      type: "document",
      document: { id: "d1", mime_type: "application/pdf", filename: "Ñandú.pdf" },
    },
    { kind: "document", files: [{ source: "d1", type: "application/pdf", name: "Ñandú.pdf" }] },
  ],
  [
    "a sticker",
    { type: "sticker", sticker: { id: "s1", mime_type: "image/webp", animated: true } },
    { kind: "sticker", files: [{ source: "s1", type: "image/webp" }] },
  ],
  [
    "a place without a name, on the equator",
    { type: "location", location: { latitude: 0, longitude: -78.45 } },
    { kind: "location", location: { latitude: 0, longitude: -78.45 } },
  ],
  [
    "two contact cards",
    {
      type: "contacts",
      contacts: [
        { name: { first_name: "Iván", last_name: "Soto" }, phones: [{ wa_id: "56911112222" }] },
        {
          name: { formatted_name: "Taller" },
          emails: [{ email: "t@x.cl" }],
          org: { company: "T" },
        },
      ],
    },
    {
      kind: "contact",
      cards: [
        { name: "Iván Soto", phones: ["+56911112222"], emails: [] },
        { name: "Taller", phones: [], emails: ["t@x.cl"], organization: "T" },
      ],
    },
  ],
  [
    "a pressed button",
    {
      type: "interactive",
      interactive: { type: "button_reply", button_reply: { id: "si", title: "Sí" } },
    },
    { kind: "buttons", text: "Sí", choice: { id: "si", title: "Sí" } },
  ],
  [
    "a row of a list",
    {
      type: "interactive",
      interactive: { list_reply: { id: "r7", title: "Mañana", description: "9 h" } },
    },
    { kind: "buttons", text: "Mañana", choice: { id: "r7", title: "Mañana" } },
  ],
  [
    "a button of a template",
    { type: "button", button: { text: "No, gracias", payload: "NO" } },
    { kind: "buttons", text: "No, gracias", choice: { id: "NO", title: "No, gracias" } },
  ],
  [
    "a form's answers without its token",
    {
      type: "interactive",
      interactive: {
        type: "nfm_reply",
        nfm_reply: { body: "Sent", response_json: '{"nota":"7","flow_token":"z","ok":true}' },
      },
    },
    { kind: "buttons", text: "nota: 7\nok: true" },
  ],
  [
    "a form without answers by what it says",
    { type: "interactive", interactive: { nfm_reply: { body: "Enviado", response_json: "{" } } },
    { kind: "buttons", text: "Enviado" },
  ],
  [
    "an order line by line",
    {
      type: "order",
      order: {
        text: "",
        product_items: [
          { product_retailer_id: "pan", quantity: 3, item_price: 1200, currency: "CLP" },
          { product_retailer_id: 77 },
        ],
      },
    },
    { kind: "text", text: "3 × pan · 1200 CLP\n1 × 77" },
  ],
  [
    "an answer to an earlier message",
    { type: "text", text: { body: "esta" }, context: { from: "56227654321", id: "wamid.Q" } },
    { replyTo: "wamid.Q" },
  ],
  [
    "what was forwarded many times",
    { type: "text", text: { body: "cadena" }, context: { frequently_forwarded: true } },
    { forwarded: true },
  ],
  [
    "the advertisement that brought somebody",
    {
      type: "text",
      text: { body: "hola" },
      referral: {
        source_url: "https://fb.me/z",
        source_id: 12,
        source_type: "post",
        headline: "Oferta",
      },
    },
    {
      referral: { url: "https://fb.me/z", sourceId: "12", sourceType: "post", headline: "Oferta" },
    },
  ],
  [
    "the product asked about",
    {
      type: "text",
      text: { body: "?" },
      context: { referred_product: { product_retailer_id: "b2" } },
    },
    { referral: { sourceId: "b2", sourceType: "product" } },
  ],
  [
    "what WhatsApp itself does not pass on",
    { type: "unsupported", errors: [{ code: 131051 }], unsupported: { type: "poll" } },
    { kind: "unsupported", text: "" },
  ],
  ["buttons without their body", { type: "interactive" }, { kind: "unsupported", text: "" }],
  ["a picture without an id", { type: "image", image: {} }, { kind: "unsupported", files: [] }],
  [
    "a place off the globe",
    { type: "location", location: { latitude: 95, longitude: 0 } },
    { kind: "unsupported" },
  ],
  ["a message without a type", {}, { kind: "unsupported" }],
];

describe("what somebody says on WhatsApp", () => {
  for (const [name, message, wanted] of rows) {
    it(`is read of ${name}`, () => {
      const event = messageIn(fromMarta(message));
      const told = Object.keys(wanted).map((key) => [key, event[key as keyof MessageEvent]]);
      deepEqual(Object.fromEntries(told), wanted);
      deepEqual(
        [event.account, event.externalId, event.at],
        ["4440001", "wamid.M1", 1_800_000_000_000],
      );
    });
  }

  it("is shown as unsupported, and kept, when its type is new", () => {
    const [message, kept] = read(fromMarta({ type: "poll_vote", poll_vote: { option: 3 } }));
    equal(message?.type === "message" && message.kind, "unsupported");
    deepEqual(kept, {
      type: "unsupported",
      account: "4440001",
      reason: "A WhatsApp message of an unknown type: poll_vote",
    });
  });

  it("is not mistaken for an object's own names", () => {
    for (const type of ["constructor", "__proto__", "toString"])
      equal(messageIn(fromMarta({ type })).kind, "unsupported");
  });
});
