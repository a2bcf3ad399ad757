import assert from "node:assert/strict";
import { previewOf } from "../../console/src/pages/inbox/list/preview.ts";
import { tagOf } from "../../console/src/pages/inbox/list/tag-of.ts";
import { e164 } from "../../console/src/text/e164.ts";
import { language, setLanguage } from "../../console/src/text/language.ts";
import { listed } from "../support/listed-conversation.ts";

const now = 1_000_000;

describe("a row of the list", () => {
  const before = language();
  beforeEach(() => setLanguage("es"));
  after(() => setLanguage(before));

  const previews: [string, Parameters<typeof previewOf>[0], string][] = [
    ["their text", { text: "Hola", kind: "text", direction: "inbound" }, "Hola"],
    ["our text", { text: "Hola", kind: "text", direction: "outbound" }, "Tú: Hola"],
    ["a note", { text: "Ojo", kind: "text", direction: "note" }, "Nota: Ojo"],
    ["a photo without words", { text: "", kind: "image", direction: "inbound" }, "Foto"],
    [
      "our file with words",
      { text: "Cotización", kind: "document", direction: "outbound" },
      "Tú: Cotización",
    ],
    ["a kind of the future", { text: "", kind: "hologram", direction: "inbound" }, ""],
  ];
  for (const [name, preview, expected] of previews) {
    it(`previews ${name}`, () => {
      const { prefix, text } = previewOf(preview);
      assert.equal(prefix + text, expected);
    });
  }

  const claim = { memberId: "ana", name: "Ana", until: now + 1 };
  const tags: [string, Parameters<typeof listed>[1], string | undefined][] = [
    ["who is answering", { claim, optedOut: true }, "Ana está respondiendo"],
    ["no claim that has run out", { claim: { ...claim, until: now }, tags: ["pyme"] }, "pyme"],
    ["a failed send", { failedAt: 5, optedOut: true, priority: "urgent" }, "Problema de envío"],
    ["no failure that was dealt with", { failedAt: null, priority: "urgent" }, "Urgente"],
    ["an opt-out", { optedOut: true, status: "resolved" }, "Pidió no recibir mensajes"],
    ["what is done", { status: "resolved", priority: "urgent" }, "Resuelta"],
    ["what is urgent", { priority: "urgent", status: "waiting" }, "Urgente"],
    ["what waits", { status: "waiting" }, "En espera"],
    ["what is new", {}, "Nueva"],
    ["nothing when there is nothing to say", { firstResponseAt: 5 }, undefined],
  ];
  for (const [name, changes, expected] of tags) {
    it(`tells ${name}`, () => assert.equal(tagOf(listed("c", changes), now)?.text, expected));
  }

  const phones: [string, string | null][] = [
    ["+56 9 8123 4567", "+56981234567"],
    ["0056 (9) 8123-4567", "+56981234567"],
    ["981234567", null],
    ["+0123456789", null],
    ["+56 9 hola", null],
  ];
  for (const [typed, expected] of phones) {
    it(`reads ${typed} as ${expected}`, () => assert.equal(e164(typed), expected));
  }
});
