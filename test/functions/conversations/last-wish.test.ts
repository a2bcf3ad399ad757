import assert from "node:assert/strict";
import { heard, type ToldWish } from "../../../functions/src/conversations/last-wish.ts";

/** A wish of some second: `STOP` and `START` were said, `stop`, `start` and `marketing` are events. */
function wish(word: string, second: number): ToldWish {
  return {
    id: `${word}${second}`,
    at: second,
    createdAt: new Date(second),
    order: undefined,
    consent: word.toLowerCase() === "start" ? "start" : "stop",
    mere: word === word.toUpperCase(),
    lineId: `line ${word}${second}`,
    scope: word === "marketing" ? "marketing" : undefined,
  };
}

type Row = [told: string, left: boolean, optedOut: boolean, avoidsMany: boolean, heeded: number];
const rows: Row[] = [
  ["", false, false, false, 0],
  ["STOP", false, true, true, 1],
  ["STOP START", false, false, false, 2],
  ["START", false, false, false, 0],
  ["START", true, false, false, 1],
  ["START STOP", false, true, true, 1],
  ["STOP STOP START", false, false, false, 3],
  ["STOP START STOP", false, true, true, 3],
  ["stop", false, true, true, 1],
  ["stop start", false, false, false, 2],
  ["start", false, false, false, 1],
  ["marketing", false, false, true, 1],
  ["STOP marketing", false, true, true, 2],
  ["marketing start", false, false, false, 2],
  ["marketing START", false, false, false, 2],
  ["stop START", false, false, false, 2],
];

describe("what comes of wishes about being written to", () => {
  for (const [told, left, optedOut, avoidsMany, heeded] of rows)
    it(`is the same in any order: ${told || "none"}${left ? ", having left" : ""}`, () => {
      const all = told.split(" ").filter(Boolean).map(wish);
      for (const order of [all, all.toReversed(), [...all.slice(1), ...all.slice(0, 1)]]) {
        const found = heard(order, left);
        assert.deepEqual(
          [found.optedOut, found.avoidsMany, found.wishes.length],
          [optedOut, avoidsMany, heeded],
        );
      }
    });
});
