import assert from "node:assert/strict";
import { Danger } from "@hilo/schema";
import { setLanguage } from "../../../console/src/text/language.ts";
import { t, whyLost } from "../../../console/src/text/lost-file.ts";

describe("why a file is not there to be opened", () => {
  afterEach(() => setLanguage("es"));

  const reasons = [...Danger.options, "empty", "tooLarge", "missing", "refused", "unreachable"];
  for (const language of ["es", "en"] as const) {
    it(`is told in words for every reason: ${language}`, () => {
      setLanguage(language);
      const told = reasons.map(whyLost);
      assert.equal(new Set(told).size, reasons.length);
      assert.ok(told.every((words) => words.length > 10 && words !== t.other));
    });
  }

  it("is told in general for a reason that nobody knows", () => {
    for (const reason of [undefined, "notCarried", "danger", "toString", "__proto__"])
      assert.equal(whyLost(reason), t.other);
  });
});
