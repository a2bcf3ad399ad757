import assert from "node:assert/strict";
import { merge } from "../../../console/src/data/thread-merge.ts";
import { threadMessage } from "../thread-message.ts";

const waiting = { local: { state: "waiting" } } as const;

/** Ids and times of what was accepted and of what waits, in this device's time. */
type Row = [says: string, stored: [string, number][], pending: [string, number][], order: string];

describe("what waits in a thread", () => {
  const rows: readonly Row[] = [
    ["stands below what was accepted", [["a", 1]], [["b", 2]], "a b"],
    ["stands below it on a device whose clock is behind", [["a", 9]], [["b", 2]], "a b"],
    [
      "keeps its order when the clock is set back",
      [["a", 1]],
      [
        ["b", 8],
        ["c", 3],
      ],
      "a b c",
    ],
    [
      "keeps its order within a millisecond",
      [["a", 1]],
      [
        ["z", 5],
        ["c", 5],
        ["b", 5],
      ],
      "a z c b",
    ],
    [
      "lets what the customer writes meanwhile pass",
      [
        ["a", 1],
        ["i", 9],
      ],
      [
        ["b", 2],
        ["c", 3],
      ],
      "a i b c",
    ],
    [
      "gives its place up to what was accepted",
      [
        ["a", 1],
        ["b", 9],
      ],
      [
        ["b", 2],
        ["c", 3],
      ],
      "a b c",
    ],
    [
      "stands alone in a thread that is not loaded",
      [],
      [
        ["b", 2],
        ["c", 1],
      ],
      "b c",
    ],
  ];
  for (const [says, stored, pending, order] of rows)
    it(says, () => {
      const merged = merge(
        stored.map(([id, providerAt]) => threadMessage(id, { providerAt })),
        pending.map(([id, providerAt]) => threadMessage(id, { providerAt, ...waiting })),
      );
      assert.equal(merged.map(({ id }) => id).join(" "), order);
      const times = merged.map(({ providerAt }) => providerAt);
      assert.deepEqual(
        times,
        times.toSorted((a, b) => a - b),
        "days and groups follow the order",
      );
    });
});
