import { deepEqual } from "node:assert/strict";
import { grownMost, timesOf } from "../../scripts/time-table.ts";

describe("the table of times", () => {
  it("names what grew most, new files with all they take, and not what grew little", () => {
    const before = { a: 10_000, b: 5_000, c: 2_000 };
    const now = { a: 11_500, b: 5_900, c: 1_000, d: 3_000 };
    deepEqual(grownMost(before, now), [
      ["d", 3_000],
      ["a", 1_500],
    ]);
  });

  it("has every file of every portion", () => {
    const times = (files: Record<string, number>) => ({ files, tests: [], setUp: {} });
    const outcome = { passed: 1, failures: [] };
    const outcomes = [
      { ...outcome, times: times({ a: 1 }) },
      outcome,
      { ...outcome, times: times({ b: 2 }) },
    ];
    deepEqual(timesOf(outcomes), { a: 1, b: 2 });
  });
});
