import assert from "node:assert/strict";
import { neighbour } from "../../../console/src/ui/one-stop.ts";

describe("a toolbar that is one stop", () => {
  const rows: [key: string, at: number, count: number, to: number | undefined][] = [
    ["ArrowRight", 0, 3, 1],
    ["ArrowRight", 2, 3, 0],
    ["ArrowLeft", 1, 3, 0],
    ["ArrowLeft", 0, 3, 2],
    ["Home", 2, 3, 0],
    ["End", 0, 3, 2],
    ["ArrowRight", 0, 1, 0],
    ["ArrowRight", -1, 3, 1],
    ["ArrowDown", 0, 3, undefined],
    ["Tab", 0, 3, undefined],
    ["a", 0, 3, undefined],
    ["ArrowRight", 0, 0, undefined],
  ];
  for (const [key, at, count, to] of rows) {
    it(`goes by ${key} from ${at} of ${count} to ${to ?? "nowhere"}`, () =>
      assert.equal(neighbour(key, at, count), to));
  }
});
