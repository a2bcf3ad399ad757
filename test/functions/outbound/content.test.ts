import assert from "node:assert/strict";
import type { Capabilities } from "@hilo/schema";
import { type Content, checkContent } from "../../../functions/src/outbound/content.ts";
import { AppError } from "../../../functions/src/platform/errors.ts";
import { adapterOf } from "../../../functions/src/providers/index.ts";

function of(provider: "meta" | "telegram" | "twilio" | "email", platform: string): Capabilities {
  const all: Record<string, Capabilities> = adapterOf(provider)?.capabilities ?? {};
  return all[platform] ?? assert.fail(`${provider} carries no ${platform}`);
}

const photo = { id: "f", name: "foto.jpg", type: "image/jpeg", size: 1000 };
const place = { latitude: -33.4, longitude: -70.6 };
const button = (title: string) => ({ id: title, title });

describe("what a channel carries", () => {
  const taken: [what: string, content: Content, platform: Capabilities][] = [
    ["a text", { kind: "text", text: "hola" }, of("meta", "whatsapp")],
    ["a place", { kind: "location", location: place }, of("telegram", "telegram")],
    ["a reaction", { kind: "reaction", text: "👍", replyTo: { id: "m" } }, of("meta", "whatsapp")],
    ["a reaction taken back", { kind: "reaction", replyTo: { id: "m" } }, of("meta", "whatsapp")],
    [
      "three buttons",
      { kind: "buttons", text: "¿Cuál?", options: { buttons: ["a", "b", "c"].map(button) } },
      of("meta", "whatsapp"),
    ],
    [
      "a list",
      {
        kind: "buttons",
        text: "¿Cuál?",
        options: { list: { button: "Ver", rows: [button("a")] } },
      },
      of("meta", "whatsapp"),
    ],
  ];
  for (const [what, content, capabilities] of taken)
    it(`takes ${what}`, () => assert.doesNotThrow(() => checkContent(content, [], capabilities)));

  type Refused = [what: string, content: Content, files: boolean, on: Capabilities, path: string];
  const refused: Refused[] = [
    ["an empty text", { kind: "text", text: " " }, false, of("meta", "whatsapp"), "text"],
    ...["\u200b\u2060", "\u3164", " \u2800\n", "\ufe0f", "\u202e\u202c"].map((text): Refused => {
      const what = `a text that cannot be seen, ${JSON.stringify(text)}`;
      return [what, { kind: "text", text }, false, of("meta", "whatsapp"), "text"];
    }),
    [
      "a button that says nothing",
      { kind: "buttons", text: "¿Cuál?", options: { buttons: [button("\u200b")] } },
      false,
      of("meta", "whatsapp"),
      "options",
    ],
    [
      "a picture that is not there",
      { kind: "image" },
      false,
      of("meta", "whatsapp"),
      "attachments",
    ],
    ["a place on SMS", { kind: "location", location: place }, false, of("twilio", "sms"), "kind"],
    [
      "a reaction by e-mail",
      { kind: "reaction", text: "👍", replyTo: {} },
      false,
      of("email", "email"),
      "kind",
    ],
    [
      "a reaction to nothing",
      { kind: "reaction", text: "👍" },
      false,
      of("meta", "whatsapp"),
      "replyTo",
    ],
    [
      "four buttons on WhatsApp",
      { kind: "buttons", text: "¿Cuál?", options: { buttons: ["a", "b", "c", "d"].map(button) } },
      false,
      of("meta", "whatsapp"),
      "options",
    ],
    [
      "a title that is too long",
      { kind: "buttons", text: "¿Cuál?", options: { buttons: [button("x".repeat(21))] } },
      false,
      of("meta", "whatsapp"),
      "options",
    ],
    [
      "more bytes than Instagram takes",
      { kind: "text", text: "ñ".repeat(501) },
      false,
      of("meta", "instagram"),
      "text",
    ],
    [
      "a long text under a picture on Telegram",
      { kind: "image", text: "x".repeat(1025) },
      true,
      of("telegram", "telegram"),
      "text",
    ],
  ];
  for (const [what, content, files, capabilities, path] of refused)
    it(`refuses ${what}`, () => {
      assert.throws(
        () => checkContent(content, files ? [photo] : [], capabilities),
        (error) => {
          assert.ok(error instanceof AppError);
          assert.equal(error.code, "invalid");
          assert.deepEqual(error.details?.map((detail) => detail.path).slice(0, 1), [path]);
          return true;
        },
      );
    });

  it("writes nothing where calls are only told of", () => {
    const voice = of("twilio", "voice");
    assert.throws(() => checkContent({ kind: "text", text: "hola" }, [], voice), /only tells/);
  });
});
