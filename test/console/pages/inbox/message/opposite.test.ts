import assert from "node:assert/strict";
import { opposite } from "../../../../../console/src/pages/inbox/message/opposite.ts";
import { listed } from "../../../../support/listed-conversation.ts";

const now = 1_000_000;

const rows: [
  name: string,
  before: Parameters<typeof listed>[1],
  wanted: Parameters<typeof opposite>[1],
  expected: ReturnType<typeof opposite>,
][] = [
  ["somebody else's", { assigneeId: "ana" }, { assigneeId: "luis" }, { assigneeId: "ana" }],
  ["nobody's", {}, { assigneeId: "luis" }, { assigneeId: "none" }],
  ["the priority", { priority: "high" }, { priority: "low" }, { priority: "high" }],
  ["the tags", { tags: ["pyme"] }, { tags: [] }, { tags: ["pyme"] }],
  ["open, after resolving", {}, { status: "resolved" }, { status: "open" }],
  ["waiting, after closing", { status: "waiting" }, { status: "closed" }, { status: "waiting" }],
  ["closed, after opening", { status: "closed" }, { status: "open" }, { status: "closed" }],
  [
    "open, after putting off without an end",
    {},
    { status: "snoozed", snoozedUntil: null },
    { status: "open" },
  ],
  [
    "put off until the same time",
    { status: "snoozed", snoozedUntil: now + 1 },
    { status: "open" },
    { status: "snoozed", snoozedUntil: now + 1 },
  ],
  [
    "put off without an end",
    { status: "snoozed", snoozedUntil: null },
    { status: "snoozed", snoozedUntil: now + 1 },
    { status: "snoozed", snoozedUntil: null },
  ],
  [
    "open, when its time has come meanwhile",
    { status: "snoozed", snoozedUntil: now },
    { status: "resolved" },
    { status: "open" },
  ],
];

describe("what takes a change back", () => {
  for (const [name, before, wanted, expected] of rows)
    it(`makes it ${name}`, () =>
      assert.deepEqual(opposite(listed("c", before), wanted, now), expected));
});
