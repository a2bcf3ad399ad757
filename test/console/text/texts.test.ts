import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { language, languages, preferred, setLanguage } from "../../../console/src/text/language.ts";
import { type Phrase, tables, texts } from "../../../console/src/text/texts.ts";

const files = globSync("console/src/text/*.ts");
await Promise.all(files.map((file) => import(`../../../${file}`)));

function shapeOf(phrase: Phrase | undefined): string {
  return typeof phrase === "function" ? `takes ${phrase.length}` : typeof phrase;
}

describe("the console's words", () => {
  it("are all read", () => assert.ok(tables.length >= 8, `${tables.length} tables`));

  it("say the same things in both languages", () => {
    for (const { es, en } of tables) {
      assert.deepEqual(Object.keys(en).sort(), Object.keys(es).sort());
      for (const key of Object.keys(es)) assert.equal(shapeOf(en[key]), shapeOf(es[key]), key);
    }
  });

  it("leave nothing empty", () => {
    for (const table of tables) {
      for (const one of languages) {
        const empty = Object.entries(table[one]).filter(([, phrase]) => phrase === "");
        assert.deepEqual(empty, []);
      }
    }
  });

  it("follow a change of language", () => {
    const t = texts({ es: { hello: "Hola" }, en: { hello: "Hello" } });
    const before = language();
    setLanguage("en");
    assert.equal(t.hello, "Hello");
    setLanguage("es");
    assert.equal(t.hello, "Hola");
    setLanguage(before);
  });

  const asked: [string[], string][] = [
    [["es-CL", "en"], "es"],
    [["EN-us"], "en"],
    [["pt-BR", "en-GB"], "en"],
    [["de"], "es"],
    [[], "es"],
  ];
  for (const [tags, expected] of asked) {
    it(`are ${expected} for a browser that asks for ${tags.join(", ") || "nothing"}`, () => {
      assert.equal(preferred(tags), expected);
    });
  }
});
