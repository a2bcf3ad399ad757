import { deepEqual, equal } from "node:assert/strict";
import { isDue, mostCounted, mostInPlace, upTo } from "../../../console/src/data/count-pace.ts";

function turnsOf(known: number | undefined): number[] {
  return Array.from({ length: 12 }, (_, i) => i + 1).filter((turn) => isDue(turn, known));
}

describe("how lists are counted for their tabs and places", () => {
  it("is at each turn while the tab says the number, or nothing yet", () => {
    const each = Array.from({ length: 12 }, (_, i) => i + 1);
    deepEqual([turnsOf(undefined), turnsOf(0), turnsOf(99)], [each, each, each]);
  });

  it("is at each sixth turn when the tab says that there are more", () => {
    deepEqual(turnsOf(mostCounted), [6, 12]);
  });

  it("goes as far as it takes to know what is said, whatever there are beyond", () => {
    equal(upTo(mostCounted, 0), "0");
    equal(upTo(mostCounted, 99), "99");
    equal(upTo(mostCounted, mostCounted), "99+");
    equal(upTo(mostInPlace, 999), "999");
    equal(upTo(mostInPlace, mostInPlace), "999+");
  });
});
