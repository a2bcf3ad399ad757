import { deepEqual, equal } from "node:assert/strict";
import type { InboundEvent, MessageEvent } from "@hilo/schema";
import { tagOf } from "../../../../functions/src/channels/meta-tag.ts";
import { bodyOf, messageIn, pageEcho, pageEvent, read, samplesOf } from "./samples.ts";

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

const only = (body: unknown, settings = {}): InboundEvent => {
  const events = read(body, settings);
  equal(events.length, 1, JSON.stringify(events));
  return events[0] as InboundEvent;
};

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

describe("messages of the page itself", () => {
  const ids = { conversationId: "conv2", messageId: "3f0c0f1e-4a55-4c61-9a4e-0d5ad6a3f002" };

  it("are ours by the tag we gave along: they were sent", () => {
    deepEqual(only(pageEcho({ mid: "m_o", text: "x", app_id: 1, metadata: tagOf(ids) })), {
      type: "status",
      account: "7788",
      externalId: "m_o",
      at: 1_800_000_000_123,
      sender: { address: "3141" },
      message: ids,
      status: "sent",
    });
  });

  it("are echoes when they were written elsewhere", () => {
    const event = messageIn(pageEcho({ mid: "m_e", text: "desde la app", app_id: 26390203743090 }));
    deepEqual([event.echo, event.sender.address, event.text], [true, "3141", "desde la app"]);
    equal(messageIn(bodyOf("messenger", "echo_own_app")).echo, true);
  });

  const app: [
    name: string,
    object: "page" | "instagram",
    id: unknown,
    own: string,
    type: string,
  ][] = [
    ["by our app's id", "page", 1517, "1517", "ignored"],
    ["of another app", "page", 99, "1517", "message"],
    ["of any app on Messenger, without our app's id", "page", 99, "", "message"],
    ["of any app on Instagram, without our app's id", "instagram", 99, "", "ignored"],
    ["of the page's inbox on Instagram", "instagram", "26390203743090", "", "message"],
    ["of a person on Instagram", "instagram", undefined, "", "message"],
  ];
  for (const [name, object, id, appId, type] of app) {
    it(`are told apart: ${name}`, () => {
      const settings: Record<string, string> = appId ? { appId } : {};
      equal(only(pageEcho({ mid: "m_x", text: "x", app_id: id }, object), settings).type, type);
    });
  }
});

describe("what happens to messages of a page", () => {
  it("is that they were delivered or read up to a time", () => {
    const until = 1_799_999_999_000;
    const told = { type: "watermark", account: "7788", sender: { address: "3141" } };
    const mids = ["m_1"];
    deepEqual(only(pageEvent({ delivery: { mids, watermark: until } })), {
      ...told,
      status: "delivered",
      until,
    });
    deepEqual(only(pageEvent({ read: { watermark: until } })), { ...told, status: "read", until });
    deepEqual(only(pageEvent({ read: { mid: "aW_1" } }, "instagram")), {
      ...told,
      status: "read",
      until: 1_800_000_000_123,
    });
  });

  it("is a reaction, by its emoji or its name, or one taken back", () => {
    const emoji = (reaction: object) => {
      const event = only(pageEvent({ reaction: { mid: "m_1", ...reaction } }));
      return event.type === "change" && event.change.kind === "reaction" && event.change.emoji;
    };
    equal(emoji({ action: "react", emoji: "😮", reaction: "wow" }), "😮");
    equal(emoji({ action: "react", reaction: "sad" }), "😢");
    equal(emoji({ action: "react", reaction: "constructor" }), "👍");
    equal(emoji({ action: "unreact", emoji: "😮" }), "");
  });

  it("is an edit or a deletion", () => {
    const changes = [
      { message_edit: { mid: "m_1", text: "mejor así", num_edit: 2 } },
      { message: { mid: "m_1", is_deleted: true } },
    ].map((event) => only(pageEvent(event)));
    deepEqual(
      changes.map((event) => event.type === "change" && [event.target, event.change]),
      [
        ["m_1", { kind: "edit", text: "mejor así" }],
        ["m_1", { kind: "delete" }],
      ],
    );
  });

  it("is nothing when Instagram tells of an edit that was none", () => {
    const nobody = { sender: undefined, message_edit: { mid: "m_1", num_edit: 0 } };
    equal(only(pageEvent(nobody, "instagram")).type, "ignored");
  });
});

describe("what else happens at a page", () => {
  it("is that somebody stops or allows its topics", () => {
    const wish = (more: object) => {
      const event = only(pageEvent({ optin: { type: "notification_messages", ...more } }));
      return event.type === "consent" && [event.consent, event.scope];
    };
    deepEqual(wish({}), ["start", "marketing"]);
    deepEqual(wish({ notification_messages_status: "STOP_NOTIFICATIONS" }), ["stop", "marketing"]);
    equal(only(pageEvent({ optin: { ref: "x" } })).type, "ignored");
  });

  it("is that Meta blocks the page, or lets it send again", () => {
    const level = (action: string) => {
      const event = only(pageEvent({ sender: undefined, policy_enforcement: { action } }));
      return event.type === "account" && event.level;
    };
    deepEqual([level("block"), level("unblock")], ["error", "info"]);
  });

  it("is that a utility template was decided about", () => {
    const value = {
      event: "APPROVED",
      message_template_name: "p",
      message_template_language: "es",
    };
    const changes = [{ field: "message_template_status_update", value }];
    const event = only({ object: "page", entry: [{ id: "7788", changes }] });
    deepEqual(event.type === "template" && [event.account, event.status], ["7788", "APPROVED"]);
  });

  it("is kept for somebody to look at when nobody knows it", () => {
    equal(only(pageEvent({ teleport: { to: "x" } })).type, "unsupported");
    equal(
      only({ object: "page", entry: [{ id: "1", changes: [{ field: "new", value: {} }] }] }).type,
      "unsupported",
    );
    equal(only({ object: "page", entry: [{ id: "1" }] }).type, "unsupported");
  });

  it("belongs to another app on standby, even a press without its payload", () => {
    const standby = [{ sender: { id: "1" }, postback: { title: "x" } }, { message: { mid: "m" } }];
    const events = read({ object: "instagram", entry: [{ id: "1", standby }] });
    deepEqual(
      events.map(({ type }) => type),
      ["ignored", "ignored"],
    );
  });
});
