import assert from "node:assert/strict";
import { failuresEn } from "../../../simulator/src/page/text/failures-en.ts";
import { failuresEs } from "../../../simulator/src/page/text/failures-es.ts";
import { twilio } from "../../../simulator/src/providers/twilio/index.ts";

describe("The words for Twilio's failures", () => {
  const codes = twilio.failures.map(({ code }) => String(code));

  for (const [language, words] of [
    ["Spanish", failuresEs],
    ["English", failuresEn],
  ] as const) {
    it(`are there for every code that can be chosen, in ${language}`, () => {
      assert.deepEqual(Object.keys(words).sort(), codes.toSorted());
      assert.ok(Object.values(words).every((text) => text.length > 5));
    });
  }
});
