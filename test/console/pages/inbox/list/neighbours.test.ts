import assert from "node:assert/strict";
import {
  nextAfter,
  nextAmong,
  showRows,
} from "../../../../../console/src/pages/inbox/list/neighbours.ts";

const all = ["a", "b", "c", "d"];

const rows: [
  name: string,
  around: string[],
  shown: string[],
  id: string,
  expected: string | null,
][] = [
  ["the one below", all, all, "b", "c"],
  ["the one below, when the resolved one has left", all, ["a", "c", "d"], "b", "c"],
  ["the next still shown, when more have left", all, ["a", "d"], "b", "d"],
  ["the nearest above the last", all, ["a", "b", "c"], "d", "c"],
  ["the nearest still shown above the last", all, ["a"], "d", "a"],
  ["the first below, though another came in on top", all, ["x", "a", "c", "d"], "b", "c"],
  ["the first, from one that stood in no row", [], all, "z", "a"],
  ["none, when it was the only one", ["a"], [], "a", null],
  ["none, when it is the only one", ["a"], ["a"], "a", null],
  ["none of an empty list", [], [], "a", null],
];

describe("what comes after a conversation", () => {
  for (const [name, around, shown, id, expected] of rows)
    it(`is ${name}`, () => assert.equal(nextAmong(around, shown, id), expected));

  it("is known when it has already left the list, and not from a list that is gone", () => {
    showRows(all, "b");
    showRows(["a", "c", "d"], "b");
    assert.equal(nextAfter("b"), "c");
    showRows([], null);
    assert.equal(nextAfter("b"), null);
  });
});
