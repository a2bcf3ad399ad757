import { deepEqual, equal } from "node:assert/strict";
import {
  carried,
  type Held,
  isWhereItWas,
  type Lane,
  spotOf,
  stepped,
} from "../../../../console/src/pages/board/steps.ts";

const lanes: Lane[] = [
  { id: "tray", ids: ["t"] },
  { id: "one", ids: ["a", "b", "c"] },
  { id: "two", ids: [] },
  { id: "three", ids: ["d"] },
];

describe("cards by the keyboard", () => {
  const goes: [from: string, key: string, to: string | undefined][] = [
    ["a", "ArrowDown", "b"],
    ["c", "ArrowDown", undefined],
    ["a", "ArrowUp", undefined],
    ["c", "ArrowRight", "d"],
    ["d", "ArrowLeft", "a"],
    ["a", "ArrowLeft", "t"],
    ["b", "End", "c"],
    ["c", "Home", "a"],
    ["b", "x", undefined],
  ];
  for (const [from, key, to] of goes)
    it(`${key} goes from ${from} to ${to ?? "nowhere"}`, () => {
      equal(stepped(lanes, from, key), to);
    });

  it("finds where a card stands", () => {
    deepEqual(spotOf(lanes, "b"), { column: "one", index: 1 });
    equal(spotOf(lanes, "z"), undefined);
  });
});

describe("a card that is held", () => {
  const without: Lane[] = [
    { id: "tray", ids: ["t"] },
    { id: "one", ids: ["a", "c"] },
    { id: "two", ids: [] },
    { id: "three", ids: ["d"] },
  ];
  const at = (column: string, index: number) => ({ column, index });
  const held: Held = { leadId: "b", from: at("one", 1), at: at("one", 1) };
  const way = { open: (id: string) => id !== "tray", isOrdered: true };
  const spotAfter = (keys: readonly string[], isOrdered = true, from = held) =>
    keys.reduce((now, key) => carried(now, key, without, { ...way, isOrdered }), from).at;

  it("goes up and down within its column, and no further than its ends", () => {
    deepEqual(spotAfter(["ArrowDown"]), at("one", 2));
    deepEqual(spotAfter(["ArrowDown", "ArrowDown"]), at("one", 2));
    deepEqual(spotAfter(["ArrowUp", "ArrowUp"]), at("one", 0));
    deepEqual(spotAfter(["Home"]), at("one", 0));
    deepEqual(spotAfter(["End"]), at("one", 2));
  });

  it("goes to columns that are empty, too, and never into the tray", () => {
    deepEqual(spotAfter(["ArrowRight"]), at("two", 0));
    deepEqual(spotAfter(["ArrowRight", "ArrowRight", "ArrowDown"]), at("three", 1));
    deepEqual(spotAfter(["ArrowLeft"]), at("one", 1));
  });

  it("may go back into the tray that it came from", () => {
    const fromTray: Held = { leadId: "t", from: at("tray", 0), at: at("tray", 0) };
    const rest = [{ id: "tray", ids: [] }, ...without.slice(1)];
    const out = carried(fromTray, "ArrowRight", rest, way);
    deepEqual(out.at.column, "one");
    deepEqual(carried(out, "ArrowLeft", rest, way).at, at("tray", 0));
  });

  it("has no place of its own in an order that the viewer chose", () => {
    deepEqual(spotAfter(["ArrowDown"], false), at("one", 1));
    deepEqual(spotAfter(["ArrowRight", "ArrowRight"], false), at("three", 0));
    deepEqual(spotAfter(["ArrowRight", "ArrowLeft"], false), at("one", 1));
  });

  it("is where it was once it is back", () => {
    equal(isWhereItWas({ ...held, at: spotAfter(["ArrowRight", "ArrowLeft", "ArrowDown"]) }), true);
    equal(isWhereItWas({ ...held, at: spotAfter(["ArrowDown"]) }), false);
  });
});
