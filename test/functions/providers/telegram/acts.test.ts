import assert from "node:assert/strict";
import { eventOf, eventsOf, group, luis, message, privateChat, sampleBody } from "./samples.ts";

describe("what people do to Telegram's messages", () => {
  it("edits a text and a caption, naming the message", () => {
    const edit = (changes: object) =>
      eventOf(message({ edit_date: 1795190060, ...changes }, "edited_message"), "change");
    const text = edit({ text: "Corregido" });
    assert.equal(text.target, "5550001234:8");
    assert.equal(text.externalId, "update:77");
    assert.equal(text.at, 1795190060077, "the second, and its place among the updates");
    assert.deepEqual(text.change, { kind: "edit", text: "Corregido" });
    const photo = [{ file_id: "F", file_unique_id: "u" }];
    assert.deepEqual(edit({ photo, caption: "Pie" }).change, { kind: "edit", text: "Pie" });
    assert.deepEqual(edit({ photo }).change, { kind: "edit", text: "" });
  });

  it("does not take a live location that moves for an edit", () => {
    const location = { latitude: 1, longitude: 1, live_period: 900 };
    eventOf(message({ location }, "edited_message"), "ignored");
  });

  const press = (changes: Record<string, unknown>) => ({
    update_id: 78,
    callback_query: { id: "31415", from: luis, chat_instance: "1", data: "si", ...changes },
  });

  it("reads a press by what the button says", () => {
    const reply_markup = { inline_keyboard: [[{ text: "Sí, claro", callback_data: "si" }]] };
    const under = { message_id: 5, chat: privateChat, date: 1795190000, reply_markup };
    const event = eventOf(press({ message: under }), "message");
    assert.deepEqual(event.choice, { id: "si", title: "Sí, claro" });
    assert.equal(event.text, "Sí, claro");
    assert.equal(event.externalId, "press:31415");
    assert.equal(event.replyTo, "5550001234:5");
    assert.equal(event.at, null);
  });

  it("reads a press under a message that is gone, and under none", () => {
    const gone = eventOf(
      press({ message: { message_id: 5, chat: privateChat, date: 0 } }),
      "message",
    );
    assert.deepEqual(gone.choice, { id: "si", title: "si" });
    const alone = eventOf(press({ inline_message_id: "i" }), "message");
    assert.equal(alone.sender.address, "5550001234");
    assert.equal(alone.replyTo, undefined);
  });

  it("tells who pressed in a group", () => {
    const event = eventOf(press({ message: { message_id: 5, chat: group, date: 1 } }), "message");
    assert.equal(event.sender.address, "-1002000000001");
    assert.equal(event.writer, "Luis");
  });

  const reacts = (new_reaction: object[], more: object = { user: luis }) =>
    eventOf(
      {
        update_id: 79,
        message_reaction: {
          chat: privateChat,
          message_id: 5,
          date: 1795190000,
          old_reaction: [],
          new_reaction,
          ...more,
        },
      },
      "change",
    );

  it("reads reactions, their end, and those without a character", () => {
    const heart = reacts([{ type: "emoji", emoji: "❤" }]);
    assert.equal(heart.target, "5550001234:5");
    assert.deepEqual(heart.change, { kind: "reaction", emoji: "❤", by: "5550001234" });
    const emojis = [
      [[], ""],
      [[{ type: "paid" }], "⭐"],
      [[{ type: "custom_emoji", custom_emoji_id: "1" }], "❔"],
      [
        [
          { type: "emoji", emoji: "👍" },
          { type: "emoji", emoji: "🔥" },
        ],
        "🔥",
      ],
    ] as const;
    for (const [given, emoji] of emojis) {
      const { change } = reacts([...given]);
      assert.equal(change.kind === "reaction" && change.emoji, emoji);
    }
  });

  it("tells members of a group apart, even the nameless", () => {
    const { sender, change } = reacts([], { chat: group, user: undefined, actor_chat: group });
    assert.equal(sender.address, "-1002000000001");
    assert.equal(change.kind === "reaction" && change.by, "-1002000000001");
  });

  const member = (status: string, more: object = {}) =>
    eventOf(
      {
        update_id: 80,
        my_chat_member: {
          chat: privateChat,
          from: luis,
          date: 1795190000,
          new_chat_member: { status, ...more },
        },
      },
      "consent",
    );

  const memberships: [string, object, string][] = [
    ["kicked", {}, "stop"],
    ["left", {}, "stop"],
    ["member", {}, "start"],
    ["administrator", {}, "start"],
    ["restricted", { is_member: true, can_send_messages: true }, "start"],
    ["restricted", { is_member: true, can_send_messages: false }, "stop"],
    ["restricted", { is_member: false, can_send_messages: true }, "stop"],
  ];
  for (const [status, more, wanted] of memberships) {
    it(`takes ${status} ${JSON.stringify(more)} for ${wanted}`, () => {
      const { consent, sender } = member(status, more);
      assert.equal(consent, wanted);
      assert.equal(sender.address, "5550001234");
    });
  }

  it("does not take a change of other rights for a wish", () => {
    const my_chat_member = {
      chat: group,
      from: luis,
      date: 1795190000,
      old_chat_member: { status: "member" },
      new_chat_member: { status: "administrator" },
    };
    eventOf({ update_id: 82, my_chat_member }, "ignored");
  });

  it("follows a group to its new id, told from either chat under one id", () => {
    const from = { id: -4001, title: "Team", type: "group" };
    const old = eventOf(message({ chat: from, migrate_to_chat_id: -1009 }), "identity");
    const now = eventOf(
      message({ chat: { ...from, id: -1009, type: "supergroup" }, migrate_from_chat_id: -4001 }),
      "identity",
    );
    assert.deepEqual([old.was, old.sender.address], ["-4001", "-1009"]);
    assert.deepEqual([now.was, now.sender.address], ["-4001", "-1009"]);
    assert.equal(old.externalId, now.externalId);
  });

  describe("in a business account's chats", () => {
    const business = { business_connection_id: "bc9", text: "hola" };

    it("takes the connection along, since the answer goes by it", () => {
      const event = eventOf(message(business, "business_message"), "message");
      assert.equal(event.sender.address, "bc9:5550001234");
      assert.equal(event.externalId, "bc9:5550001234:8");
      assert.equal(event.echo, undefined);
    });

    it("takes what the account itself wrote for an echo to its customer", () => {
      const owner = { id: 99, is_bot: false, first_name: "Tienda" };
      const event = eventOf(message({ ...business, from: owner }, "business_message"), "message");
      assert.equal(event.echo, true);
      assert.deepEqual(event.sender, { address: "bc9:5550001234", name: "Luis Paz" });
    });

    it("edits and deletes", () => {
      const edit = eventOf(message(business, "edited_business_message"), "change");
      assert.equal(edit.target, "bc9:5550001234:8");
      const gone = eventsOf(sampleBody("deleted_business_messages"));
      assert.deepEqual(
        gone.map((event) => event.type === "change" && [event.target, event.change.kind]),
        [
          ["bc_1:700000001:101", "delete"],
          ["bc_1:700000001:102", "delete"],
        ],
      );
      const ids = gone.map((event) => event.type === "change" && event.externalId);
      assert.equal(new Set(ids).size, 2);
    });

    const connections: [string, object, string, string][] = [
      [
        "connected",
        { is_enabled: true, rights: { can_reply: true } },
        "business.connected",
        "info",
      ],
      [
        "read-only",
        { is_enabled: true, rights: { can_reply: false } },
        "business.readOnly",
        "warning",
      ],
      ["disconnected", { is_enabled: false }, "business.disconnected", "warning"],
    ];
    for (const [name, state, code, level] of connections) {
      it(`tells an administrator that it is ${name}`, () => {
        const business_connection = { id: "bc9", user: luis, user_chat_id: 1, date: 1, ...state };
        const event = eventOf({ update_id: 81, business_connection }, "account");
        assert.deepEqual([event.code, event.level], [code, level]);
      });
    }
  });
});
