import assert from "node:assert/strict";
import { bucketOf } from "@hilo/schema";
import { usualOf } from "../../../functions/src/webchat/usual-response.ts";

const minute = 60_000;
const hour = 60 * minute;

/** Answers that took so long (ms), in the shape of the figures. */
function answers(...times: number[]) {
  const responseHistogram: Record<string, number> = {};
  for (const ms of times) {
    const bucket = bucketOf(ms);
    responseHistogram[bucket] = (responseHistogram[bucket] ?? 0) + 1;
  }
  return { responses: times.length, responseHistogram };
}

const ten = (ms: number) => Array<number>(10).fill(ms);

describe("how soon people usually answer", () => {
  const rows: [what: string, times: number[], usual: number | null][] = [
    ["at once", ten(8000), 5 * minute],
    ["in some minutes", ten(4 * minute), 5 * minute],
    ["in ten minutes", ten(10 * minute), 15 * minute],
    ["in half an hour", ten(31 * minute), hour],
    ["in three hours", ten(3 * hour), 4 * hour],
    ["in seven hours", ten(7 * hour), 24 * hour],
    ["after days, which is not to be said", ten(50 * hour), null],
    ["mostly soon", [...ten(minute), 50 * hour, 50 * hour, 50 * hour], 5 * minute],
    ["mostly after days", [...ten(50 * hour), minute, minute], null],
    ["nine times only", ten(minute).slice(1), null],
    ["never", [], null],
  ];
  for (const [what, times, usual] of rows)
    it(`is told of those who answer ${what}`, () =>
      assert.equal(usualOf(answers(...times)), usual));
});
