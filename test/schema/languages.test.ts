import { equal } from "node:assert/strict";
import { type Language, languageIn } from "@hilo/schema";

const rows: [tag: string, Language | undefined][] = [
  ["es-CL", "es"],
  ["EN_us", "en"],
  ["es", "es"],
  ["est", undefined],
  ["pt-BR", undefined],
  ["", undefined],
];

describe("the language that a tag names", () => {
  for (const [tag, language] of rows)
    it(`${tag || "nothing"} is ${language ?? "none of ours"}`, () =>
      equal(languageIn(tag), language));
});
