import assert from "node:assert/strict";
import type { OutboundMessage } from "../../../../functions/src/providers/adapter.ts";
import { callOf } from "../../../../functions/src/providers/telegram/request.ts";
import {
  type Description,
  faultOfFields,
} from "../../../../simulator/src/providers/telegram/description.ts";
import { fixture, outbound, outboundFile, samples } from "./samples.ts";

const description = fixture<Description>("api.json");

/** What is wrong with a call by the description of the Bot API. */
function faultIn(method: string, params: object): string | null {
  const described = description.methods[method];
  return described
    ? faultOfFields(description, described.fields ?? {}, params)
    : `There is no method ${method}`;
}

/** The call of a message, checked by the description; an upload counts as a file. */
function checked(changes: Partial<OutboundMessage>, handing?: "url" | "upload") {
  const { method, params, upload } = callOf(outbound(changes), handing);
  const file = upload && { [upload.name]: new File(["x"], upload.file.name) };
  assert.equal(faultIn(method, { ...params, ...file }), null);
  return { method, params, upload };
}

const MB = 1024 * 1024;
const card = { name: "Ana María Soto", phones: ["+56981234567"], emails: ["ana@ejemplo.cl"] };

describe("Telegram's requests", () => {
  for (const { event, request, body } of samples.filter(
    ({ direction }) => direction === "request",
  )) {
    it(`has a description that knows ${event}`, () => {
      assert.equal(faultIn(request?.url?.split("/").at(-1) ?? "", body), null);
    });
  }

  it("finds what the description does not allow", () => {
    assert.match(faultIn("sendMessage", { chat_id: 1 }) ?? "", /text is missing/);
    assert.match(faultIn("sendMessage", { chat_id: 1, text: "x", txt: 1 }) ?? "", /txt/);
    assert.match(faultIn("sendMessage", { chat_id: 1.5, text: "x" }) ?? "", /chat_id/);
    const markup = { inline_keyboard: [[{ text: 1 }]] };
    assert.match(
      faultIn("sendMessage", { chat_id: 1, text: "x", reply_markup: markup }) ?? "",
      /text/,
    );
  });

  it("sends a text as it was typed, quoting what is of the same chat", () => {
    const { method, params } = checked({ text: "<b>1 < 2</b> _x_", replyTo: "5550001234:42" });
    assert.equal(method, "sendMessage");
    assert.deepEqual(params, {
      chat_id: 5550001234,
      text: "<b>1 < 2</b> _x_",
      reply_parameters: { message_id: 42, allow_sending_without_reply: true },
    });
    for (const replyTo of ["-4001:42", "press:31415", "5550001234:x"])
      assert.equal(checked({ replyTo }).params.reply_parameters, undefined);
  });

  it("goes by the connection in a business account's chat", () => {
    const { params } = checked({ to: "bc9:5550001234", replyTo: "bc9:5550001234:7" });
    assert.equal(params.business_connection_id, "bc9");
    assert.equal(params.chat_id, 5550001234);
    assert.deepEqual(params.reply_parameters, { message_id: 7, allow_sending_without_reply: true });
  });

  const ways: [type: string, size: number, method: string, way: "url" | "upload"][] = [
    ["image/jpeg", 5 * MB, "sendPhoto", "url"],
    ["image/png", 5 * MB + 1, "sendPhoto", "upload"],
    ["image/jpeg", 10 * MB + 1, "sendDocument", "upload"],
    ["image/gif", MB, "sendAnimation", "url"],
    ["video/mp4", 20 * MB, "sendVideo", "url"],
    ["video/mp4", 20 * MB + 1, "sendVideo", "upload"],
    ["video/quicktime", MB, "sendDocument", "upload"],
    ["audio/ogg", MB, "sendVoice", "url"],
    ["audio/ogg; codecs=opus", MB + 1, "sendVoice", "upload"],
    ["audio/mpeg", 2 * MB, "sendAudio", "url"],
    ["audio/mp4", MB, "sendAudio", "upload"],
    ["audio/amr", MB, "sendDocument", "upload"],
    ["application/pdf", 20 * MB, "sendDocument", "url"],
    ["application/pdf", 21 * MB, "sendDocument", "upload"],
    ["text/csv", 100, "sendDocument", "upload"],
  ];
  for (const [type, size, method, way] of ways) {
    it(`sends ${type} of ${size} bytes by ${method}, ${way}`, () => {
      const files = [outboundFile(type, size)];
      const call = checked({ kind: "media", files, text: "Mira" });
      assert.equal(call.method, method);
      assert.equal(call.upload === undefined, way === "url");
      assert.equal(call.params.caption, "Mira");
    });
  }

  it("sends as a document or sticker what is meant as one, whole when asked", () => {
    const files = [outboundFile("image/webp", 1000)];
    assert.equal(checked({ kind: "document", files }).method, "sendDocument");
    const sticker = checked({ kind: "sticker", files, text: "x" });
    assert.equal(sticker.method, "sendSticker");
    assert.equal(sticker.params.caption, undefined);
    const photo = [outboundFile("image/jpeg", 1000)];
    assert.ok(checked({ kind: "image", files: photo }, "upload").upload);
  });

  it("sends a place, with its name when it has one", () => {
    const place = { latitude: -33.43, longitude: -70.65 };
    const bare = checked({ kind: "location", location: place });
    assert.equal(bare.method, "sendLocation");
    const named = checked({ kind: "location", location: { ...place, name: "Bodega" } });
    assert.deepEqual(
      [named.method, named.params.title, named.params.address],
      ["sendVenue", "Bodega", "Bodega"],
    );
  });

  it("sends one card as a contact, and anything else as a card file", async () => {
    const one = checked({ kind: "contact", cards: [card] });
    assert.equal(one.method, "sendContact");
    assert.deepEqual([one.params.first_name, one.params.last_name], ["Ana", "María Soto"]);
    assert.match(String(one.params.vcard), /EMAIL:ana@ejemplo\.cl\r\n/);
    const two = checked({ kind: "contact", cards: [card, { ...card, name: "Luis; Paz" }] });
    assert.equal(two.method, "sendDocument");
    assert.match(String(await two.upload?.file.read()), /FN:Luis\\; Paz\r\n/);
    const mute = checked({ kind: "contact", cards: [{ ...card, phones: [] }] });
    assert.equal(mute.method, "sendDocument");
  });

  it("puts short buttons side by side, long ones and rows of a list below each other", () => {
    const rowsOf = (options: OutboundMessage["options"] & object) => {
      const { reply_markup: markup } = checked({ kind: "buttons", options }).params;
      return (markup as { inline_keyboard: { text: string }[][] }).inline_keyboard;
    };
    const short = rowsOf({
      buttons: [
        { id: "si", title: "Sí" },
        { id: "no", title: "No" },
      ],
    });
    assert.deepEqual(short, [
      [
        { text: "Sí", callback_data: "si" },
        { text: "No", callback_data: "no" },
      ],
    ]);
    const title = "Quiero hablar con una persona";
    assert.equal(
      rowsOf({
        buttons: [
          { id: "1", title },
          { id: "2", title },
        ],
      }).length,
      2,
    );
    const link = rowsOf({ buttons: [{ id: "w", title: "Web", url: "https://andes.example" }] });
    assert.deepEqual(link, [[{ text: "Web", url: "https://andes.example" }]]);
    const rows = [
      { id: "a", title: "Uno", description: "El primero" },
      { id: "b", title: "Dos" },
    ];
    const list = { button: "Ver", rows };
    assert.equal(rowsOf({ list }).length, 2);
    const { params } = checked({
      kind: "buttons",
      text: "Elige",
      options: { list, footer: "Gracias" },
    });
    assert.equal(params.text, "Elige\n\n• Uno: El primero\n\nGracias");
  });

  it("reacts, and takes it back", () => {
    const replyTo = "5550001234:42";
    const { method, params } = checked({ kind: "reaction", text: "🔥", replyTo });
    assert.equal(method, "setMessageReaction");
    assert.deepEqual(params, {
      chat_id: 5550001234,
      message_id: 42,
      reaction: [{ type: "emoji", emoji: "🔥" }],
    });
    assert.deepEqual(checked({ kind: "reaction", text: "", replyTo }).params.reaction, []);
  });

  it("refuses by itself to react to what is no message, or in a business account's chat", () => {
    const react = (to: string, replyTo: string) => () =>
      callOf(outbound({ kind: "reaction", text: "🔥", to, replyTo }));
    assert.throws(react("5550001234", "press:31415"), { kind: "refused" });
    assert.throws(react("bc9:5550001234", "bc9:5550001234:7"), { kind: "refused" });
  });
});
