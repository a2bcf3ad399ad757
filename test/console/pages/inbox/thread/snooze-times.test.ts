import assert from "node:assert/strict";
import { snoozeTimes } from "../../../../../console/src/pages/inbox/thread/header/snooze-times.ts";

const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 10, day, hour, minute).getTime();
const rows: [name: string, now: number, expected: [string, number][]][] = [
  [
    "a Friday noon offers all four",
    at(20, 12, 10),
    [
      ["thisAfternoon", at(20, 15)],
      ["tomorrow", at(21, 9)],
      ["monday", at(23, 9)],
      ["nextWeek", at(27, 9)],
    ],
  ],
  [
    "an afternoon offers three hours from now",
    at(18, 14, 10),
    [
      ["laterToday", at(18, 17, 30)],
      ["tomorrow", at(19, 9)],
      ["monday", at(23, 9)],
      ["nextWeek", at(25, 9)],
    ],
  ],
  [
    "an evening no longer offers later today",
    at(20, 19),
    [
      ["tomorrow", at(21, 9)],
      ["monday", at(23, 9)],
      ["nextWeek", at(27, 9)],
    ],
  ],
  [
    "late at night, three hours from now is not today",
    at(20, 23, 40),
    [
      ["tomorrow", at(21, 9)],
      ["monday", at(23, 9)],
      ["nextWeek", at(27, 9)],
    ],
  ],
  [
    "a Saturday's next week begins on the Monday after next",
    at(21, 13, 30),
    [
      ["thisAfternoon", at(21, 15)],
      ["tomorrow", at(22, 9)],
      ["monday", at(23, 9)],
      ["nextWeek", at(30, 9)],
    ],
  ],
  [
    "a Sunday night says tomorrow, not Monday too",
    at(22, 23),
    [
      ["tomorrow", at(23, 9)],
      ["nextWeek", at(30, 9)],
    ],
  ],
  [
    "a Monday means the next one, which is next week",
    at(23, 8),
    [
      ["thisAfternoon", at(23, 15)],
      ["tomorrow", at(24, 9)],
      ["monday", at(30, 9)],
    ],
  ],
  [
    "over the end of a month",
    at(30, 14),
    [
      ["thisAfternoon", at(30, 15)],
      ["tomorrow", at(31, 9)],
      ["monday", at(37, 9)],
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
