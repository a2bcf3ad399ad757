import assert from "node:assert/strict";
import { isUnkeepable } from "../../../functions/src/platform/firestore.ts";

describe("what the database refuses", () => {
  const rows: [what: string, code: number | undefined, message: string, forEver: boolean][] = [
    ["a document that is too large", 3, "3 INVALID_ARGUMENT: The document is too large", true],
    [
      "a value that cannot be stored",
      3,
      "3 INVALID_ARGUMENT: Property array contains an invalid nested entity.",
      true,
    ],
    [
      "a transaction that others closed",
      3,
      "3 INVALID_ARGUMENT: Transaction is invalid or closed.",
      false,
    ],
    [
      "a transaction that took too long",
      3,
      "3 INVALID_ARGUMENT: The referenced transaction has expired or is no longer valid.",
      false,
    ],
    ["what others hold", 10, "10 ABORTED: Too much contention on these documents.", false],
    ["a database out of reach", 14, "14 UNAVAILABLE: No connection established", false],
    ["a fault of ours", undefined, "Cannot read properties of undefined", false],
  ];
  for (const [what, code, message, forEver] of rows)
    it(`${forEver ? "never takes" : "may take later"} ${what}`, () => {
      assert.equal(isUnkeepable({ code, message }), forEver);
    });
});
