import assert from "node:assert/strict";
import { shapeOf } from "../../../console/src/pages/templates/form.ts";
import { saidOf, whyOf } from "../../../console/src/text/dead-letters.ts";
import { language, setLanguage } from "../../../console/src/text/language.ts";
import { partWords, qualityWords, reasonWords } from "../../../console/src/text/template-words.ts";
import { capabilities as meta } from "../../../functions/src/providers/meta/capabilities.ts";
import { capabilities as twilio } from "../../../functions/src/providers/twilio/capabilities.ts";

describe("what providers say by codes", () => {
  const usual = language();
  before(() => setLanguage("es"));
  after(() => setLanguage(usual));

  const reasons: [reason: string, words: RegExp, said: string][] = [
    ["INVALID_FORMAT", /formato/, ""],
    ["INVALID_FORMAT. Too few words.", /formato/, "Too few words."],
    ["TAG_CONTENT_MISMATCH", /idioma o a la categoría/, ""],
    ["gone", /Ya no está/, ""],
    ["lacks_appId", /identificador de la app/, ""],
    ["TAG_SHOULD_BE_MARKETING", /^WhatsApp lo considera publicidad/, ""],
    ["Names of others are not allowed", /con sus palabras/, "Names of others are not allowed"],
    ["constructor", /con sus palabras/, "constructor"],
    ["¿?", /con sus palabras/, "¿?"],
  ];
  for (const [reason, words, said] of reasons) {
    it(`is told of a template's state: ${reason}`, () => {
      const told = reasonWords(reason, "WhatsApp");
      assert.match(told.words, words);
      assert.equal(told.said, said);
    });
  }

  it("is told of a template's quality and parts", () => {
    assert.deepEqual(["GREEN", "yellow", "RED", "9"].map(qualityWords), [
      "Alta",
      "Media",
      "Baja",
      "Aún sin datos",
    ]);
    assert.deepEqual(
      ["twilio/carousel", "LOCATION", "twilio/call-to-action actions", "hologram"].map(partWords),
      ["un carrusel", "una ubicación", "sus botones", "una parte que no conoce"],
    );
  });

  it("is told of dead letters", () => {
    assert.match(whyOf("A report of a call that is not known"), /llamada/);
    assert.match(whyOf("A change of a template without a name"), /falta/);
    assert.match(whyOf("Something new"), /todavía no conoce/);
    assert.equal(saidOf("Something new"), "Something new");
    assert.equal(saidOf("A report of a call that is not known"), "");
  });

  it("asks for numbered variables where the channel's abilities say so", () => {
    const about = {
      id: "w",
      name: "W",
      enabled: true,
      address: "+1",
      platform: "whatsapp",
    } as const;
    const by = { twilio: twilio.whatsapp ?? null, meta: meta.whatsapp ?? null };
    assert.ok(shapeOf({ ...about, provider: "meta", capabilities: by.twilio })?.numbered);
    assert.ok(!shapeOf({ ...about, provider: "twilio", capabilities: by.meta })?.numbered);
    assert.ok(!shapeOf(undefined));
  });
});
