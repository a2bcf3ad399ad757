import { equal } from "node:assert/strict";
import { failureWords } from "../../scripts/mocha.ts";
import { inRoot } from "../../scripts/paths.ts";

describe("what a run says of a failed test", () => {
  const test = {
    fullTitle: () => "a list ends at its end",
    file: inRoot("test/console/list.test.ts"),
  };

  it("is its name, its file and why", () => {
    const words = failureWords(test, new Error("expected\n\n  3\nto equal 4"));
    equal(words, "a list ends at its end (test/console/list.test.ts): expected 3 to equal 4");
  });

  it("is cut where a page of JSON is why", () => {
    equal(failureWords({ ...test, file: undefined }, "x".repeat(999)).length, 624);
  });

  it("names what was thrown, whatever it is", () => {
    equal(failureWords({ fullTitle: () => "a", file: undefined }, undefined), "a: undefined");
  });
});
