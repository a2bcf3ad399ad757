import { equal } from "node:assert/strict";
import { readAmount, writtenAmount } from "../../../console/src/text/amount.ts";
import { setLanguage } from "../../../console/src/text/language.ts";

describe("an amount that somebody writes", () => {
  afterEach(() => setLanguage("es"));

  const read: [
    language: "es" | "en",
    written: string,
    currency: string,
    minor: number | undefined,
  ][] = [
    ["es", "299.700", "CLP", 299_700],
    ["es", " $ 299700 ", "CLP", 299_700],
    ["es", "1.299,5", "USD", 129_950],
    ["es", "12,345", "USD", undefined],
    ["es", "doce", "CLP", undefined],
    ["es", "", "CLP", undefined],
    ["es", "-5", "CLP", undefined],
    ["en", "1,299.50", "USD", 129_950],
    ["en", "299,700", "CLP", 299_700],
  ];
  for (const [language, written, currency, minor] of read)
    it(`is ${minor ?? "nothing"} for "${written}" ${currency} in ${language}`, () => {
      setLanguage(language);
      equal(readAmount(written, currency), minor);
    });

  it("is written so that it is read again as the same", () => {
    for (const language of ["es", "en"] as const) {
      setLanguage(language);
      for (const [amount, currency] of [
        [299_700, "CLP"],
        [1, "USD"],
        [129_950, "EUR"],
        [1000, "USD"],
      ] as const)
        equal(readAmount(writtenAmount(amount, currency), currency), amount);
    }
  });
});
