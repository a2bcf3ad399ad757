import assert from "node:assert/strict";
import { cut, hasInk, visibleName } from "@hilo/schema";
import { previewText } from "../../functions/src/conversations/arrival.ts";

describe("a text", () => {
  const unseen: [what: string, text: string][] = [
    ["nothing", ""],
    ["spaces and lines", " \n\t\u00a0\u2003\u3000"],
    ["zero-width spaces and joiners", "\u200b\u200c\u200d\u2060\ufeff"],
    ["Hangul fillers", "\u3164\u115f\u1160\uffa0"],
    ["Braille without dots", "\u2800\u2800"],
    ["marks of direction", "\u200e\u200f\u202e\u2066\u061c"],
    ["variation selectors and soft hyphens", "\ufe0f\u00ad"],
    ["control characters", "\u0000\u0007\u0085"],
    ["tags", "\u{e0020}\u{e0061}"],
  ];
  for (const [what, text] of unseen)
    it(`that holds nothing but ${what} cannot be seen`, () => {
      assert.equal(hasInk(text), false);
      assert.equal(visibleName(text), "");
    });

  for (const text of ["a", ".", "👍", "❤️", "\u200bhola", "مرحبا", "👨‍👩‍👧", "7️⃣", "ㅏ", "\u0301"])
    it(`can be seen: ${JSON.stringify(text)}`, () => assert.equal(hasInk(text), true));
});

describe("a name", () => {
  const names: [name: string, want: string][] = [
    ["Ana", "Ana"],
    ["Ana\u202efdp.exe", "Anafdp.exe"],
    ["\u2067שלום\u2069 Ana", "שלום Ana"],
    ["Ana\nPérez\u0007", "Ana Pérez"],
    ["  Ana  ", "Ana"],
    ["👨‍👩‍👧 Familia", "👨‍👩‍👧 Familia"],
    ["محمد", "محمد"],
  ];
  for (const [name, want] of names)
    it(`stands among other words as ${want}`, () => assert.equal(visibleName(name), want));
});

describe("what is cut", () => {
  const whole = [
    "👨‍👩‍👧‍👦",
    "🇨🇱",
    "👍🏽",
    "❤️",
    "7️⃣",
    "e\u0301",
    "क्षि",
    "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
  ];
  for (const character of whole)
    it(`ends before or after ${character}, never inside`, () => {
      for (let before = 120; before <= 140; before += 1) {
        const text = "x".repeat(before) + character + "y".repeat(40);
        const shown = previewText(text);
        const rest = shown.slice(before);
        assert.ok(shown.length <= 140);
        assert.ok(rest === "" || rest.startsWith(character), JSON.stringify(rest));
      }
    });

  it("is left alone when it is short enough", () => assert.equal(cut("hola 👍🏽", 9), "hola 👍🏽"));

  it("may end inside what is no character anybody writes", () => {
    assert.equal(cut(`a${"\u0301".repeat(500)}`, 100).length, 100);
    assert.equal(cut("👍", 1), "");
  });
});
