import assert from "node:assert/strict";
import { cut, hasInk, keyOf, oneForm, visibleName } from "@hilo/schema";
import { previewText } from "../../functions/src/conversations/arrival.ts";

const phones: [what: string, one: string, ...others: string[]][] = [
  ["Mexico, Tijuana", "+526641234567", "+5216641234567"],
  ["Mexico, Mérida", "+529991234567", "+5219991234567"],
  ["Brazil, Recife", "+5581991234567", "+558191234567"],
  ["Brazil, Goiânia, of the sixes", "+5562961234567", "+556261234567"],
  ["Brazil, Curitiba, of the sevens", "+5541971234567", "+554171234567"],
  ["Argentina, Rosario", "+5493411234567", "+543411234567", "+54341151234567"],
  ["Argentina, Bariloche", "+5492944123456", "+542944123456", "+54294415123456"],
  ["Argentina, Ushuaia", "+5492901123456", "+542901123456", "+54290115123456"],
  ["Argentina, La Plata", "+5492211234567", "+542211234567"],
  ["Ivory Coast, Orange 59", "+2250759123456", "+22559123456"],
  ["Ivory Coast, Orange 97", "+2250797123456", "+22597123456"],
  ["Ivory Coast, MTN 44", "+2250544123456", "+22544123456"],
  ["Ivory Coast, MTN 75", "+2250575123456", "+22575123456"],
  ["Ivory Coast, Moov 71", "+2250171123456", "+22571123456"],
];
const apart: [what: string, one: string, other: string][] = [
  ["a land line of Rio and a mobile", "+552133334444", "+5521933334444"],
  ["two of Mexico", "+525512345678", "+525512345679"],
  ["Mexico and the United States", "+5215512345678", "+15512345678"],
  ["two of Ivory Coast that end alike", "+22507123456", "+22505123456"],
  ["two places of Argentina", "+5491123456789", "+5492231234567"],
  ["Uruguay and Argentina", "+59899123456", "+5499123456"],
];

describe("a phone", () => {
  for (const [what, one, ...others] of phones)
    it(`is one in all its forms: ${what}`, () => {
      for (const form of [one, ...others]) assert.equal(oneForm(form), one);
    });
  for (const [what, one, other] of apart)
    it(`is not another: ${what}`, () => {
      assert.notEqual(keyOf({ address: one }), keyOf({ address: other }));
    });
});

describe("a name that hides something", () => {
  const empty = [
    "\u3164",
    "\u2800\u200d",
    "\u00ad\u034f",
    "\u180e",
    "\u2063\u2064",
    "\u{e0001}\u{e007f}",
    "\u17b4\u17b5",
    "\u{1d173}",
  ];
  for (const name of empty)
    it(`is none: ${JSON.stringify(name)}`, () => {
      assert.equal(hasInk(name), false);
      assert.equal(visibleName(name), "");
    });

  const shown: [name: string, wanted: string][] = [
    ["\u200fسارة\u200f", "سارة"],
    ["Ana\u0000", "Ana"],
    ["\u202dAna\u202c (soporte)", "Ana (soporte)"],
    ["A\u200bn\u200ba", "A\u200bn\u200ba"],
    ["🏳️‍🌈 Ana", "🏳️‍🌈 Ana"],
    ["Ana\r\n\r\nPérez", "Ana Pérez"],
    ["Zoë\u0308", "Zoë\u0308"],
  ];
  for (const [name, wanted] of shown)
    it(`is shown as ${wanted}`, () => {
      const seen = visibleName(name);
      assert.doesNotMatch(seen, /[\u202a-\u202e\u2066-\u2069]|\p{Cc}/u);
      assert.equal(seen.replace(/[\u200b\u200e\u200f]/g, ""), wanted.replace(/\u200b/g, ""));
    });
});

describe("a preview", () => {
  const rows: [what: string, text: string, wanted: string | RegExp][] = [
    ["of lines", "uno\n\n\ndos\ttres", "uno dos tres"],
    ["of spaces that cannot be seen", "\u00a0\u2003hola\u200b", /^hola/],
    ["of two halves that are none", "hola \ud83d", /^hola/],
    ["of a flag at its end", `${"x".repeat(137)}🇨🇱🇨🇱`, /^x{137}(?:🇨🇱)?…?$/u],
    ["of a word of 10,000 letters", "x".repeat(10_000), /^x{100,140}…?$/],
    ["of signs of markup", "<b>hola</b> &amp; chao", "<b>hola</b> &amp; chao"],
  ];
  for (const [what, text, wanted] of rows)
    it(what, () => {
      const seen = previewText(text);
      if (typeof wanted === "string") assert.equal(seen, wanted);
      else assert.match(seen, wanted);
      assert.ok(seen.length <= 140);
    });

  it("is never cut within a letter of any script", () => {
    for (const letter of ["ñ", "நி", "한", "ก็", "👩🏽‍🚀", "🇲🇽", "#️⃣"])
      for (let most = letter.length; most < letter.length * 5; most += 1) {
        const rest = cut(letter.repeat(6), most);
        assert.equal(rest.replaceAll(letter, "").replace("…", ""), "", `${letter} at ${most}`);
      }
  });
});
