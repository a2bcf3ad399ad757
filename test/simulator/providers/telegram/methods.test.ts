import assert from "node:assert/strict";
import { faultOf } from "../../../../simulator/src/providers/telegram/description.ts";
import { standingPair } from "../../support/standing-pair.ts";
import { act, call, chatId, description, type Json, updates } from "./bot.ts";

const jpeg = { type: "image/jpeg", bytes: Buffer.alloc(2000, 1) };

type Row = [name: string, method: string, params: Json, status: number, words: RegExp];

const text = { chat_id: chatId, text: "Hola" };
const markup = (button: Json) => ({ ...text, reply_markup: { inline_keyboard: [[button]] } });

const refusals: Row[] = [
  ["a method that is not there", "sendLove", text, 404, /Not Found/],
  ["no chat", "sendMessage", { text: "x" }, 400, /chat_id is empty/],
  [
    "a chat that is not there",
    "sendMessage",
    { ...text, chat_id: "@nobody" },
    400,
    /chat not found/,
  ],
  ["no text", "sendMessage", { chat_id: chatId }, 400, /message text is empty/],
  ["a blank text", "sendMessage", { ...text, text: "  " }, 400, /message text is empty/],
  ["4097 characters", "sendMessage", { ...text, text: "a".repeat(4097) }, 400, /too long/],
  ["an unknown parameter", "sendMessage", { ...text, txt: 1 }, 400, /txt is not known/],
  ["a wrong type", "sendMessage", { ...text, text: 1 }, 400, /text must be String/],
  [
    "button data of 65 bytes",
    "sendMessage",
    markup({ text: "x", callback_data: "ñ".repeat(33) }),
    400,
    /BUTTON_DATA_INVALID/,
  ],
  [
    "a button to nowhere",
    "sendMessage",
    markup({ text: "x", url: "x" }),
    400,
    /BUTTON_URL_INVALID/,
  ],
  ["a button that does nothing", "sendMessage", markup({ text: "x" }), 400, /Text buttons/],
  [
    "a quote of nothing",
    "sendMessage",
    { ...text, reply_parameters: { message_id: 9 } },
    400,
    /replied not found/,
  ],
  ["a file nobody knows", "sendPhoto", { chat_id: chatId, photo: "AgACx" }, 400, /wrong file id/],
  [
    "a place off the map",
    "sendLocation",
    { chat_id: chatId, latitude: "x", longitude: 1 },
    400,
    /Float/,
  ],
  ["a reaction to nothing", "setMessageReaction", { chat_id: chatId, message_id: 9 }, 400, /react/],
  ["a file that is not there", "getFile", { file_id: "AgACx" }, 400, /wrong file_id/],
  [
    "a webhook elsewhere",
    "setWebhook",
    { url: "https://andes.example/" },
    400,
    /this machine only/,
  ],
  [
    "a secret with blanks",
    "setWebhook",
    { url: "http://127.0.0.1/", secret_token: "a b" },
    400,
    /unallowed characters/,
  ],
];

describe("Telegram: what the bot asks", () => {
  const pair = standingPair();
  pair.stand();

  for (const [name, method, params, status, words] of refusals) {
    it(`refuses ${name}`, async () => {
      const answer = await call(pair, method, params);
      assert.equal(answer.status, status);
      assert.equal(answer.body.error_code, status);
      assert.equal(answer.body.ok, false);
      assert.match(String(answer.body.description), words);
    });
  }

  it("refuses a token that is not the bot's, and one that is none", async () => {
    assert.equal((await call(pair, "getMe", {}, "123456789:other")).status, 401);
    assert.equal((await call(pair, "getMe", {}, "other")).status, 404);
  });

  const media = async (method: string, name: string, type: string, bytes: number) => {
    pair.files.set("/file", { type, bytes: Buffer.alloc(bytes, 1) });
    return call(pair, method, { chat_id: chatId, [name]: `${pair.target}/file` });
  };

  const results: [string, () => Promise<{ body: Json }>][] = [
    ["a text", () => call(pair, "sendMessage", text)],
    ["a photo", () => media("sendPhoto", "photo", jpeg.type, 2000)],
    ["a video", () => media("sendVideo", "video", "video/mp4", 2000)],
    ["a voice note", () => media("sendVoice", "voice", "audio/ogg", 2000)],
    ["a song", () => media("sendAudio", "audio", "audio/mpeg", 2000)],
    ["a document", () => media("sendDocument", "document", "application/pdf", 2000)],
    ["a sticker", () => media("sendSticker", "sticker", "image/webp", 2000)],
    ["a place", () => call(pair, "sendLocation", { chat_id: chatId, latitude: 1, longitude: 2 })],
    [
      "a contact",
      () =>
        call(pair, "sendContact", { chat_id: chatId, phone_number: "+5698", first_name: "Ana" }),
    ],
  ];
  for (const [name, ask] of results) {
    it(`answers ${name} as the description says`, async () => {
      const { body } = await ask();
      assert.equal(body.ok, true, JSON.stringify(body));
      assert.equal(faultOf(description, "Message", body.result), null);
    });
  }

  it("describes itself and its webhook", async () => {
    for (const [method, type] of [
      ["getMe", "User"],
      ["getWebhookInfo", "WebhookInfo"],
    ] as const) {
      const { body } = await call(pair, method);
      assert.equal(faultOf(description, type, body.result), null);
    }
  });

  it("fetches photos up to 5 MB, and no document but PDF and ZIP", async () => {
    const large = await media("sendPhoto", "photo", "image/jpeg", 5 * 1024 * 1024 + 1);
    assert.match(String(large.body.description), /failed to get HTTP URL content/);
    const csv = await media("sendDocument", "document", "text/csv", 100);
    assert.match(String(csv.body.description), /wrong type of the web page content/);
  });

  it("takes an upload with everything else as text", async () => {
    const form = new FormData();
    form.append("chat_id", String(chatId));
    form.append("reply_parameters", '{"message_id":9,"allow_sending_without_reply":true}');
    form.append("document", new Blob(["a;b"], { type: "text/csv" }), "ventas.csv");
    const { body } = await call(pair, "sendDocument", form);
    assert.equal(Object(Object(body.result).document).file_name, "ventas.csv");
  });

  it("takes only the reactions there are", async () => {
    const { entry } = await act(pair, { text: "Hola" });
    const react = (emoji: string) =>
      call(pair, "setMessageReaction", {
        chat_id: chatId,
        message_id: Number(entry.id.split(":")[1]),
        reaction: [{ type: "emoji", emoji }],
      });
    assert.equal((await react("❤")).status, 200);
    assert.match(String((await react("🧦")).body.description), /REACTION_INVALID/);
  });

  it("brings updates where setWebhook says, with its secret and of its kinds only", async () => {
    const url = `${pair.target}/elsewhere`;
    const hook = { url, secret_token: "other", allowed_updates: ["message"] };
    assert.equal((await call(pair, "setWebhook", hook)).body.description, "Webhook was set");
    const { entry } = await act(pair, { text: "Hola" });
    await act(pair, { kind: "reaction", target: entry.id, emoji: "🔥" });
    await act(pair, { kind: "block" });
    assert.deepEqual(
      pair.calls.map(({ path, headers }) => [path, headers["x-telegram-bot-api-secret-token"]]),
      [["/elsewhere", "other"]],
    );
    assert.equal(updates(pair).length, 1);
    await call(pair, "deleteWebhook");
    await act(pair, { text: "Hola" });
    assert.equal(pair.calls.length, 1);
  });

  it("leaves reactions out where no kinds are named", async () => {
    await call(pair, "setWebhook", { url: `${pair.target}/hook`, allowed_updates: [] });
    const { entry } = await act(pair, { text: "Hola" });
    await act(pair, { kind: "reaction", target: entry.id, emoji: "🔥" });
    assert.equal(pair.calls.length, 1);
  });

  it("counts how often a text was sent", async () => {
    await call(pair, "sendMessage", { ...text, text: "único" });
    const { calls, accepted } =
      pair.simulator.control.sends().find(({ message }) => message === "único") ?? {};
    assert.deepEqual([calls, accepted], [1, 1]);
  });

  it("forgets everything when asked to", async () => {
    await call(pair, "deleteWebhook");
    pair.simulator.control.reset();
    await act(pair, { text: "Hola" });
    assert.equal(pair.calls.length, 1);
  });
});
