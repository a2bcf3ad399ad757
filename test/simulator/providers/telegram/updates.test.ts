import assert from "node:assert/strict";
import type { InboundRequest } from "@hilo/simulator";
import { standingPair } from "../../support/standing-pair.ts";
import { act, call, chatId, type Json, updates } from "./bot.ts";

describe("Telegram: what customers do", () => {
  const pair = standingPair();
  pair.stand();

  const message = (index = 0): Json => Object(updates(pair)[index]?.message);

  it("brings a message with the secret, to the channel's address", async () => {
    const { entry } = await act(pair, { text: "Hola" });
    const [first] = pair.calls;
    assert.equal(first?.path, "/webhooks/telegram/demo/telegram");
    assert.equal(first?.headers["x-telegram-bot-api-secret-token"], "test_telegram_secret");
    assert.equal(first?.headers["content-type"], "application/json");
    const { text, message_id, chat } = message();
    assert.equal(text, "Hola");
    assert.equal(entry.id, `${chatId}:${message_id}`);
    assert.deepEqual(chat, {
      id: chatId,
      first_name: "Nicolás",
      last_name: "Cáceres",
      username: "nico_caceres",
      type: "private",
    });
  });

  const secrets: [InboundRequest["signature"] & string, string][] = [
    ["missing", "undefined"],
    ["wrong", "test_telegram_secret_"],
  ];
  for (const [signature, given] of secrets) {
    it(`can send a ${signature} secret`, async () => {
      await act(pair, { text: "x", signature });
      assert.equal(String(pair.calls[0]?.headers["x-telegram-bot-api-secret-token"]), given);
    });
  }

  const kinds: [InboundRequest["kind"] & string, string][] = [
    ["image", "photo"],
    ["video", "video"],
    ["audio", "voice"],
    ["document", "document"],
    ["sticker", "sticker"],
  ];
  for (const [kind, part] of kinds) {
    it(`tells of ${kind} as ${part}, and serves the file`, async () => {
      await act(pair, { kind });
      const file = [message()[part]].flat().at(-1);
      const found = await call(pair, "getFile", { file_id: Object(file).file_id });
      const { file_path: path, file_size: size } = Object(found.body.result);
      const url = `${pair.simulator.url}/telegram/file/bot123456789:test_telegram_token/${path}`;
      const bytes = await (await fetch(url)).arrayBuffer();
      assert.equal(bytes.byteLength, size);
      assert.equal((await fetch(url.replace("test_", "other_"))).status, 401);
    });
  }

  it("tells of places, cards, quotes, forwards and links", async () => {
    const location = { latitude: -33.4, longitude: -70.6, name: "Plaza", address: "Centro" };
    await act(pair, { kind: "location", location });
    await act(pair, { kind: "contact", card: { name: "Ana Soto", phone: "+56981000119" } });
    const { entry } = await act(pair, { text: "uno", forwarded: true });
    await act(pair, { text: "dos", replyTo: entry.id });
    await act(pair, { referral: { sourceId: "promo" } });
    const [place, card, one, two, start] = [0, 1, 2, 3, 4].map(message);
    assert.equal(Object(place?.venue).title, "Plaza");
    // The card is the customer's own, by the phone they have in the seed.
    assert.equal(Object(card?.contact).user_id, chatId);
    assert.ok(one?.forward_origin);
    assert.equal(Object(two?.reply_to_message).message_id, one?.message_id);
    assert.equal(start?.text, "/start promo");
  });

  it("tells an album by as many updates, of which one has the words", async () => {
    await act(pair, { kind: "image", samples: 3, text: "Miren" });
    const all = [0, 1, 2].map(message);
    assert.equal(new Set(all.map((one) => one.media_group_id)).size, 1);
    assert.equal(new Set(all.map((one) => one.message_id)).size, 3);
    assert.deepEqual(
      all.map((one) => one.caption),
      ["Miren", undefined, undefined],
    );
  });

  it("tells of edits, reactions, blocks, and of no deletion", async () => {
    const { entry } = await act(pair, { text: "Hola" });
    await act(pair, { kind: "edit", target: entry.id, text: "Chao" });
    await act(pair, { kind: "reaction", target: entry.id, emoji: "🔥" });
    await act(pair, { kind: "reaction", target: entry.id });
    await act(pair, { kind: "block" });
    await act(pair, { kind: "delete", target: entry.id });
    const [, edit, fire, none, block] = updates(pair);
    assert.equal(Object(edit?.edited_message).text, "Chao");
    assert.deepEqual(Object(fire?.message_reaction).new_reaction, [{ type: "emoji", emoji: "🔥" }]);
    assert.deepEqual(Object(none?.message_reaction), {
      ...Object(fire?.message_reaction),
      date: Object(none?.message_reaction).date,
      old_reaction: [{ type: "emoji", emoji: "🔥" }],
      new_reaction: [],
    });
    assert.equal(Object(Object(block?.my_chat_member).new_chat_member).status, "kicked");
    assert.equal(pair.calls.length, 5);
  });

  it("tells of a press with the message it is under, and waits for an answer once", async () => {
    const inline_keyboard = [[{ text: "Sí", callback_data: "si" }]];
    const asked = { chat_id: chatId, text: "¿Vamos?", reply_markup: { inline_keyboard } };
    await call(pair, "sendMessage", asked);
    await act(pair, { kind: "button", button: { id: "si", title: "Sí" } });
    const { id, data, message: under } = Object(updates(pair)[0]?.callback_query);
    assert.equal(data, "si");
    assert.deepEqual(Object(under).reply_markup, { inline_keyboard });
    const answer = () => call(pair, "answerCallbackQuery", { callback_query_id: id });
    assert.equal((await answer()).status, 200);
    assert.match(String((await answer()).body.description), /query is too old/);
  });

  it("tells of groups by a member", async () => {
    await act(pair, { from: { telegramId: "-1002000000001", name: "Bodega Norte" }, text: "hola" });
    const { chat, from } = message();
    assert.deepEqual(chat, { id: -1002000000001, title: "Bodega Norte", type: "supergroup" });
    assert.ok(Number(Object(from).id) > 0);
  });

  it("numbers updates, tells them again after a failure, and as often as asked", async () => {
    pair.answers.push(500);
    await act(pair, { text: "uno" });
    await act(pair, { text: "dos", copies: 2 });
    const ids = updates(pair).map((update) => Number(update.update_id));
    const [first = 0] = ids;
    assert.deepEqual(ids, [first, first, first + 1, first + 1]);
  });

  it("sends whatever body a test wants", async () => {
    await act(pair, { body: { update_id: 5, something_new: { x: 1 } } });
    assert.deepEqual(JSON.parse(String(pair.calls[0]?.raw)), {
      update_id: 5,
      something_new: { x: 1 },
    });
  });
});
