import assert from "node:assert/strict";
import { segmentsOf } from "../../../../../console/src/pages/inbox/composer/writing/segments.ts";

const rows: [
  name: string,
  text: string,
  encoding: string,
  units: number,
  parts: number,
  left: number,
][] = [
  ["nothing", "", "gsm7", 0, 0, 160],
  ["one character", "a", "gsm7", 1, 1, 159],
  ["160 septets are one part", "a".repeat(160), "gsm7", 160, 1, 0],
  ["161 septets are two parts of 153", "a".repeat(161), "gsm7", 161, 2, 145],
  ["306 septets fill two parts", "a".repeat(306), "gsm7", 306, 2, 0],
  ["307 septets begin a third", "a".repeat(307), "gsm7", 307, 3, 152],
  ["the euro sign takes two septets", "€".repeat(80), "gsm7", 160, 1, 0],
  [
    "an escape is never torn from its character",
    `${"a".repeat(152)}€${"a".repeat(10)}`,
    "gsm7",
    164,
    2,
    141,
  ],
  ["ñ, ¿ and ¡ are in GSM-7", "¿Mañana? ¡Sí".replace("í", "i"), "gsm7", 12, 1, 148],
  ["í is not, so the text is UCS-2", "sí", "ucs2", 2, 1, 68],
  ["70 units are one part", "í".repeat(70), "ucs2", 70, 1, 0],
  ["71 units are two parts of 67", "í".repeat(71), "ucs2", 71, 2, 63],
  ["an emoji takes two units", "👋", "ucs2", 2, 1, 68],
  ["an emoji is never torn in two", `${"í".repeat(66)}👋${"í".repeat(10)}`, "ucs2", 78, 2, 55],
];

describe("SMS segments", () => {
  for (const [name, text, encoding, units, parts, left] of rows) {
    it(name, () => {
      assert.deepEqual(segmentsOf(text), { encoding, units, parts, left });
    });
  }
});
