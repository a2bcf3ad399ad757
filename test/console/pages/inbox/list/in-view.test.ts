import assert from "node:assert/strict";
import { around, rangeOf } from "../../../../../console/src/pages/inbox/list/in-view.ts";

const ids = Array.from({ length: 100 }, (_, index) => `c${index}`);

/** Rows of 80 pixels, of which the first `above` are scrolled out of a box of 400. */
const range = (count: number, above: number) =>
  rangeOf(count, {
    bottomOf: (index) => (index + 1) * 80 - above * 80,
    top: 0,
    bottom: 400,
  });

describe("the rows that can be seen", () => {
  const rows: [is: string, count: number, above: number, first: number, end: number][] = [
    ["none of none", 0, 0, 0, 0],
    ["all of a few", 3, 0, 0, 3],
    ["the first of many", 100, 0, 0, 5],
    ["those in the middle", 100, 40, 40, 45],
    ["one that is cut above and one below", 100, 40.5, 40, 46],
    ["the last", 100, 95, 95, 100],
  ];
  for (const [is, count, above, first, end] of rows) {
    it(`are ${is}`, () => assert.deepEqual(range(count, above), { first, end }));
  }

  it("are asked about with those around them, thirty in all", () => {
    assert.deepEqual(around(ids, { first: 40, end: 50 }), ids.slice(30, 60));
    assert.deepEqual(around(ids, { first: 0, end: 10 }), ids.slice(0, 30));
    assert.deepEqual(around(ids, { first: 95, end: 100 }), ids.slice(83, 100));
  });

  it("are asked about from the first, where more can be seen than may be asked", () => {
    assert.deepEqual(around(ids, { first: 10, end: 50 }), ids.slice(10, 40));
  });
});
