import assert from "node:assert/strict";
import { snoozeTimes } from "../../console/src/pages/inbox/thread/snooze-times.ts";

const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 10, day, hour, minute).getTime();
const rows: [name: string, now: number, expected: [string, number][]][] = [
  [
    "a Friday noon offers all three",
    at(20, 12, 10),
    [
      ["laterToday", at(20, 15, 30)],
      ["tomorrow", at(21, 9)],
      ["monday", at(23, 9)],
    ],
  ],
  [
    "an evening no longer offers later today",
    at(20, 19),
    [
      ["tomorrow", at(21, 9)],
      ["monday", at(23, 9)],
    ],
  ],
  ["a Sunday night says tomorrow, not Monday too", at(22, 23), [["tomorrow", at(23, 9)]]],
  [
    "a Monday means the next one",
    at(23, 8),
    [
      ["laterToday", at(23, 11)],
      ["tomorrow", at(24, 9)],
      ["monday", at(30, 9)],
    ],
  ],
];

describe("snooze times", () => {
  for (const [name, now, expected] of rows) {
    it(name, () => {
      assert.deepEqual(
        snoozeTimes(now).map(({ id, at }) => [id, at]),
        expected,
      );
    });
  }
});
