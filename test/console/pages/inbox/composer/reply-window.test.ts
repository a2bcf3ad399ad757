import assert from "node:assert/strict";
import { replyWindow } from "../../../../../console/src/pages/inbox/composer/blocked/reply-window.ts";

const hour = 3_600_000;
const day = 24 * hour;
const now = 1_800_000_000_000;

const rows: [
  name: string,
  until: number | null,
  length: number | null,
  state: string,
  left: number,
][] = [
  ["a channel without a window is always open", null, null, "none", 0],
  ["before the first message of the customer it is closed", null, day, "closed", 0],
  ["23 h left is open", now + 23 * hour, day, "open", 23 * hour],
  ["exactly 2 h left is still open", now + 2 * hour, day, "open", 2 * hour],
  ["a moment less than 2 h warns", now + 2 * hour - 1, day, "soon", 2 * hour - 1],
  ["the last millisecond warns", now + 1, day, "soon", 1],
  ["at its end it is closed", now, day, "closed", 0],
  ["long after it is closed", now - day, day, "closed", 0],
];

import { nextTick } from "../../../../../console/src/ui/tick.ts";

describe("reply window", () => {
  for (const [name, until, length, state, left] of rows) {
    it(name, () => assert.deepEqual(replyWindow(until, length, now), { state, left }));
  }

  it("ticks when the minute changes, and each second at the end", () => {
    assert.equal(nextTick(5 * 60_000 + 1234), 1235);
    assert.equal(nextTick(59_000), 1000);
    assert.equal(nextTick(400), 400);
  });
});
