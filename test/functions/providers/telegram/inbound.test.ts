import assert from "node:assert/strict";
import type { InboundEvent } from "@hilo/schema";
import { eventOf, eventsOf, group, luis, message, sampleBody, samples } from "./samples.ts";

const types: Record<string, InboundEvent["type"]> = {
  "message.inbound": "message",
  "conversation.opened": "message",
  postback: "message",
  "message.edited": "change",
  "message.deleted": "change",
  "contact.identity_changed": "identity",
  optout: "consent",
  unknown: "unsupported",
};

describe("reading Telegram's updates", () => {
  for (const sample of samples.filter(({ direction }) => direction === "webhook")) {
    const wanted = types[sample.kind];
    it(`reads ${sample.event} as ${wanted}`, () => {
      assert.ok(wanted);
      const events = eventsOf(sample.body);
      assert.ok(events.length > 0);
      assert.ok(events.every(({ type }) => type === wanted));
    });
  }

  const kinds: [event: string, kind: string, text: string][] = [
    ["message_text", "text", "Hello"],
    ["message_photo", "image", "look"],
    ["message_document", "document", ""],
    ["message_voice", "audio", ""],
    ["message_video", "video", ""],
    ["message_sticker", "sticker", "😀"],
    ["message_venue", "location", ""],
    ["message_contact", "contact", ""],
    ["message_start_deeplink", "text", "/start ref_42"],
    ["callback_query", "buttons", "Yes"],
  ];
  for (const [event, kind, text] of kinds) {
    it(`tells that ${event} is ${kind}`, () => {
      const read = eventOf(sampleBody(event), "message");
      assert.deepEqual([read.kind, read.text], [kind, text]);
    });
  }

  it("names a message by its chat and number, and knows the person by the chat", () => {
    const { externalId, sender, at, order } = eventOf(message({ text: "Hola" }), "message");
    assert.equal(externalId, "5550001234:8");
    assert.equal(order, 8);
    assert.deepEqual(sender, { address: "5550001234", name: "Luis Paz", username: "luisp" });
    assert.equal(at, 1795190000000);
  });

  it("keeps ids of 52 bits whole", () => {
    const chat = { id: 4503599627370495, type: "private", first_name: "L" };
    assert.equal(
      eventOf(message({ chat, text: "x" }), "message").sender.address,
      "4503599627370495",
    );
  });

  it("takes a group for the customer, and tells who wrote in it", () => {
    const event = eventOf(message({ chat: group, text: "@bot hola" }), "message");
    assert.deepEqual(event.sender, { address: "-1002000000001", name: "Bodega Norte" });
    assert.equal(event.writer, "Luis");
    assert.equal(event.externalId, "-1002000000001:8");
  });

  it("tells who signed a channel's post, and nobody where the channel itself spoke", () => {
    const signed = { chat: group, sender_chat: group, from: undefined, text: "x" };
    assert.equal(eventOf(message(signed, "channel_post"), "message").writer, undefined);
    const post = { ...signed, author_signature: "Marta" };
    assert.equal(eventOf(message(post, "channel_post"), "message").writer, "Marta");
  });

  it("keeps an album's messages together", () => {
    const [one, two] = ["message_album_1", "message_album_2"].map((event) =>
      eventOf(sampleBody(event), "message"),
    );
    assert.equal(one?.album, "13500000001");
    assert.equal(two?.album, one?.album);
    assert.notEqual(two?.externalId, one?.externalId);
  });

  it("reads a link to the bot as what brought the customer, and a bare start as none", () => {
    const word = (text: string) => eventOf(message({ text }), "message").referral;
    assert.deepEqual(word("/start promo-7"), { sourceId: "promo-7", sourceType: "link" });
    assert.deepEqual(word("/start@un_bot promo-7"), { sourceId: "promo-7", sourceType: "link" });
    assert.equal(word("/start"), undefined);
    assert.equal(word("you may /start it"), undefined);
  });

  it("quotes by the number in the same chat, but not what opened a topic", () => {
    const to = { message_id: 3, chat: group, date: 1 };
    const quoting = (changes: object) =>
      eventOf(message({ chat: group, text: "sí", ...changes }), "message").replyTo;
    assert.equal(quoting({ reply_to_message: to }), "-1002000000001:3");
    const topic = { ...to, forum_topic_created: { name: "Ventas", icon_color: 1 } };
    assert.equal(quoting({ is_topic_message: true, reply_to_message: topic }), undefined);
  });

  it("learns a phone only from a person's own card", () => {
    const contact = { phone_number: "56981234567", first_name: "Luis" };
    const own = message({ contact: { ...contact, user_id: luis.id } });
    assert.equal(eventOf(own, "message").sender.phone, "+56981234567");
    const other = message({ contact: { ...contact, user_id: 42 } });
    assert.equal(eventOf(other, "message").sender.phone, undefined);
    assert.deepEqual(eventOf(other, "message").cards, [
      { name: "Luis", phones: ["+56981234567"], emails: [] },
    ]);
  });

  it("shows where a word leads", () => {
    const entities = [
      { type: "bold", offset: 0, length: 3 },
      { type: "text_link", offset: 6, length: 4, url: "https://andes.example/a" },
    ];
    const text = "👋 ve aquí, gracias";
    assert.equal(
      eventOf(message({ text, entities }), "message").text,
      "👋 ve aquí (https://andes.example/a), gracias",
    );
  });

  it("tells Telegram's own notices and its bots' echoes apart from messages", () => {
    const notice = message({ new_chat_members: [luis] });
    assert.deepEqual(eventOf(notice, "ignored").reason, "new_chat_members");
    const own = { business_connection_id: "b1", sender_business_bot: { id: 1 }, text: "x" };
    eventOf(message(own, "business_message"), "ignored");
  });

  it("ignores what it knows, and keeps what it does not", () => {
    eventOf({ update_id: 1, poll_answer: { poll_id: "1" } }, "ignored");
    assert.match(eventOf({ update_id: 1, wishes: {} }, "unsupported").reason, /wishes/);
    eventOf({ update_id: 1 }, "unsupported");
    eventOf({ message: { text: "no number" } }, "unsupported");
    eventOf({ update_id: 1, message: { text: "no chat" } }, "unsupported");
    eventOf([], "unsupported");
  });

  it("keeps a message of a kind that Telegram adds later in its thread", () => {
    assert.equal(eventOf(message({ hologram: { id: 1 } }), "message").kind, "unsupported");
  });

  it("does not lose a message over one odd part", () => {
    const event = eventOf(message({ text: "Hola", entities: "bold", photo: { no: 1 } }), "message");
    assert.deepEqual([event.kind, event.text], ["text", "Hola"]);
  });
});
