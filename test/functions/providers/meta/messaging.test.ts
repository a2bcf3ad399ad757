import { deepEqual, equal } from "node:assert/strict";
import type { MessageEvent } from "@hilo/schema";
import { messageIn, pageEvent, read, samplesOf } from "./samples.ts";

const types: Record<string, string> = {
  "account.restricted": "account",
  "message.deleted": "change",
  "message.echo": "message",
  "message.edited": "change",
  "message.inbound": "message",
  "message.status": "watermark",
  comment: "ignored",
  handover: "ignored",
  optin: "consent",
  postback: "message",
  reaction: "change",
  referral: "ignored",
  standby: "ignored",
};

describe("reading the webhooks of pages", () => {
  for (const platform of ["messenger", "instagram"] as const) {
    for (const { event, kind, body } of samplesOf(platform, "webhook")) {
      it(`reads ${platform}'s ${event} as ${types[kind]}`, () => {
        equal(read(body).length > 0, true);
        for (const { type } of read(body)) equal(type, types[kind]);
      });
    }
  }
});

type Row = [name: string, message: object, wanted: Partial<MessageEvent>];
const link = "https://scontent.xx.fbcdn.net/v/t1/a";
const file = (type: string, payload: object = { url: link }) => ({
  attachments: [{ type, payload }],
});
const pdf = "https://cdn.fbsbx.com/v/t59/12_n.pdf/Cotizaci%C3%B3n%202.pdf?_nc=1";

const rows: Row[] = [
  ["a text", { text: "¿Hay stock?" }, { kind: "text", text: "¿Hay stock?", files: [] }],
  [
    "an answer that was pressed",
    { text: "Azul", quick_reply: { payload: "AZUL" } },
    { kind: "buttons", choice: { id: "AZUL", title: "Azul" } },
  ],
  ["a photo", file("image"), { kind: "image", files: [{ source: link, type: "", name: "image" }] }],
  [
    "a document by the name in its link",
    file("file", { url: pdf }),
    { kind: "document", files: [{ source: pdf, type: "", name: "Cotización 2.pdf" }] },
  ],
  ["a film", file("video"), { kind: "video", files: [{ source: link, type: "", name: "video" }] }],
  ["a sticker", file("image", { url: link, sticker_id: 36 }), { kind: "sticker" }],
  ["a sticker told beside", { sticker_id: 36, ...file("image") }, { kind: "sticker" }],
  [
    "a place",
    file("location", { coordinates: { lat: -33.4, long: "-70.6" } }),
    { kind: "location", location: { latitude: -33.4, longitude: -70.6 }, files: [] },
  ],
  [
    "a link that the text does not hold",
    { text: "miren", ...file("fallback", { url: "https://a.cl", title: "A" }) },
    { kind: "text", text: "miren\nA\nhttps://a.cl" },
  ],
  [
    "a link beside the payload",
    { attachments: [{ type: "fallback", url: "https://b.cl" }] },
    { text: "https://b.cl" },
  ],
  [
    "a card's words",
    file("template", { elements: [{ title: "Zapato", subtitle: "$ 9" }, { title: "Bota" }] }),
    { kind: "text", text: "Zapato · $ 9\nBota" },
  ],
  [
    "a picture to be seen once",
    { attachments: [{ type: "ephemeral" }] },
    { kind: "unsupported", files: [] },
  ],
  ["what Meta does not pass on", { is_unsupported: true }, { kind: "unsupported", text: "" }],
  ["an attachment of a new kind by its link", file("hologram"), { kind: "text", text: link }],
  [
    "an answer to an earlier message",
    { text: "ese", reply_to: { mid: "m_0" } },
    { replyTo: "m_0" },
  ],
  [
    "an answer to a story",
    { text: "¡lindo!", reply_to: { story: { id: 55, url: link } } },
    { text: "¡lindo!", referral: { sourceType: "story", sourceId: "55", url: link } },
  ],
  [
    "a story that names us",
    file("story_mention"),
    { kind: "image", referral: { sourceType: "story_mention" } },
  ],
  [
    "the advertisement that brought somebody",
    {
      text: "hola",
      referral: { ad_id: 4, source: "ADS", ads_context_data: { ad_title: "Oferta" } },
    },
    { referral: { sourceId: "4", sourceType: "ad", headline: "Oferta" } },
  ],
  [
    "the link that brought somebody",
    { text: "hola", referral: { ref: "volante", source: "SHORTLINK" } },
    { referral: { sourceId: "volante", sourceType: "shortlink" } },
  ],
];

describe("what somebody says to a page", () => {
  for (const [name, message, wanted] of rows) {
    it(`is read of ${name}`, () => {
      const event = messageIn(pageEvent({ message: { mid: "m_1", ...message } }));
      const told = Object.keys(wanted).map((key) => [key, event[key as keyof MessageEvent]]);
      deepEqual(Object.fromEntries(told), wanted);
      deepEqual(
        [event.account, event.externalId, event.at, event.sender.address],
        ["7788", "m_1", 1_800_000_000_123, "3141"],
      );
    });
  }

  it("is a picture when a post is shared on Instagram, and a page's address on Messenger", () => {
    const shared = { message: { mid: "m_1", ...file("share") } };
    deepEqual(messageIn(pageEvent(shared, "instagram")).files[0]?.source, link);
    deepEqual([messageIn(pageEvent(shared)).text, messageIn(pageEvent(shared)).files], [link, []]);
  });

  it("may have a time that is text, or none", () => {
    const at = (timestamp: unknown) =>
      messageIn(pageEvent({ timestamp, message: { mid: "m_1", text: "x" } })).at;
    deepEqual([at("1800000000123"), at(undefined), at("soon")], [1_800_000_000_123, null, null]);
  });

  it("is a button that stays, whatever of it is told", () => {
    const press = (postback: object) => {
      const { externalId, text, choice } = messageIn(pageEvent({ postback }));
      return [externalId, text, choice];
    };
    deepEqual(press({ mid: "m_p", title: "Ver", payload: "VER_1" }), [
      "m_p",
      "Ver",
      { id: "VER_1", title: "Ver" },
    ]);
    deepEqual(press({ title: "Ver" }), [
      "postback:3141:1800000000123",
      "Ver",
      { id: "Ver", title: "Ver" },
    ]);
  });
});
