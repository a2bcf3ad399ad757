import assert from "node:assert/strict";
import { foreignIn } from "../../support/foreign.ts";

describe("what does not belong on a screen", () => {
  const foreign: [text: string, language: "es" | "en", found: RegExp | undefined][] = [
    ["Conversaciones activas", "es", undefined],
    ["Conversaciones activas", "en", /other language: conversaciones/],
    ["Open conversations", "es", /other language: conversations/],
    ["Waiting for an answer", "es", /waiting/],
    ["The account answers.", "es", /answers/],
    ["WhatsApp por Twilio", "es", undefined],
    ["Hilo", "en", undefined],
    ["ⴰⵣⵎ ⵓⵍ", "en", undefined],
    ["confirm:1", "en", /a pair: confirm:1/],
    ["badAddress", "en", /camelCase: badAddress/],
    ["TAG_CONTENT_MISMATCH", "es", /snake_case/],
    ["+56981234567", "es", /phone/],
    ["+56 9 8123 4567", "es", undefined],
    ["17841400008460056", "es", /long number/],
    ["1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed", "es", /an id/],
    ["undefined · 2", "es", /nobody worded/],
    ["ana_1@correo.test", "es", undefined],
    ["http://127.0.0.1:5000/webhooks/twilio_a", "es", undefined],
    ["Hoy 10:30", "es", undefined],
    ["En Twilio: Phone numbers → tu número → Messaging, con POST.", "es", undefined],
    ["Ya está como «Sales messages».", "es", undefined],
    ["Tiene una Content-Security-Policy", "es", undefined],
    ["Voz: 10", "es", undefined],
  ];
  for (const [text, language, found] of foreign) {
    it(`${found ? "is" : "is not"} “${text}” in ${language}`, () => {
      const faults = foreignIn(text, language).join("\n");
      if (found) assert.match(faults, found);
      else assert.equal(faults, "");
    });
  }
});
