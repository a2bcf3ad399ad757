import assert from "node:assert/strict";
import { merge, type ThreadMessage } from "../../../console/src/data/thread-merge.ts";
import { noon, threadMessage } from "../thread-message.ts";

/** Messages of one second in the order in which they arrived, a millisecond after each other. */
function arrived(...told: [id: string, changes?: Partial<ThreadMessage>][]): ThreadMessage[] {
  return told.map(([id, changes], index) =>
    threadMessage(id, { createdAt: new Date(noon + index), ...changes }),
  );
}

const cases: [name: string, messages: ThreadMessage[], want: string][] = [
  [
    "by the provider's count, whatever came first",
    arrived(["c", { order: 12 }], ["b", { order: 11 }], ["a", { order: 10 }]),
    "a b c",
  ],
  [
    "by the provider's count, not as text",
    arrived(["c", { order: 100 }], ["a", { order: 9 }], ["b", { order: 10 }]),
    "a b c",
  ],
  [
    "the pictures of an album",
    arrived(
      ["b", { order: 6, album: "x" }],
      ["d", { order: 8, album: "x" }],
      ["a", { order: 5, album: "x" }],
      ["c", { order: 7, album: "x" }],
    ),
    "a b c d",
  ],
  [
    "by their place in one body",
    arrived(["b", { order: noon + 0.001 }], ["a", { order: noon }], ["c", { order: noon + 2 }]),
    "a b c",
  ],
  [
    "one of another body where it arrived, between two bodies of several",
    arrived(
      ["a", { order: noon - 9 }],
      ["b", { order: noon - 8.999 }],
      ["c"],
      ["d", { order: noon + 7 }],
    ),
    "a b c d",
  ],
  ["by arrival where nobody counts", arrived(["b"], ["a"], ["c"]), "b a c"],
  [
    "by time before any count",
    arrived(["b", { order: 1, providerAt: noon + 1000 }], ["a", { order: 2 }]),
    "a b",
  ],
  ["by id at last", [threadMessage("b", { order: 1 }), threadMessage("a", { order: 1 })], "a b"],
];

describe("messages of one second stand", () => {
  for (const [name, messages, want] of cases)
    it(name, () => {
      for (const told of [messages, messages.toReversed()])
        assert.equal(
          merge(told, [])
            .map(({ id }) => id)
            .join(" "),
          want,
        );
    });
});
