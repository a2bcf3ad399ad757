import assert from "node:assert/strict";
import type { Conversation, Message } from "@hilo/schema";
import { answersFailure, failureChanges } from "../../../functions/src/outbound/failure.ts";
import { FieldValue } from "../../../functions/src/platform/firestore.ts";
import { listed } from "../../support/listed-conversation.ts";

const now = 1_700_000_000_000;
const gone = FieldValue.delete();

function ours(changes: Partial<Message>): Message {
  return {
    direction: "outbound",
    kind: "text",
    text: "Sí",
    attachments: [],
    status: "queued",
    statusRank: 1,
    statusAt: { queued: now - 9000 },
    externalId: null,
    author: { type: "member", id: "a", name: "A" },
    providerAt: now - 9000,
    createdAt: new Date(now - 9000),
    ...changes,
  };
}

const failed = { status: "failed", statusAt: { failed: now - 100 } } as const;
const unknown = { status: "unknown", statusAt: { unknown: now - 200 } } as const;
const told = { failureAt: now - 100 };
const outbound = { text: "Sí", kind: "text", direction: "outbound" } as const;

type Row = [
  says: string,
  message: Partial<Message>,
  conversation: Partial<Conversation>,
  changesMessage: object,
  changesConversation: object,
];

const rows: readonly Row[] = [
  ["one that failed", failed, {}, { failureAt: now - 100 }, { failedAt: now - 100 }],
  ["one nobody knows of", unknown, {}, { failureAt: now - 200 }, { failedAt: now - 200 }],
  [
    "one another system sent",
    { ...failed, author: { type: "system", id: "k", name: "K" } },
    {},
    { failureAt: now - 100 },
    { failedAt: now - 100 },
  ],
  [
    "one that failed in a future of the provider's",
    { status: "failed", statusAt: { failed: now + 60_000 } },
    {},
    { failureAt: now },
    { failedAt: now },
  ],
  [
    "an older one beside a newer",
    failed,
    { failedAt: now - 10 },
    { failureAt: now - 100 },
    { failedAt: now - 10 },
  ],
  ["one told already", { ...failed, ...told }, { failedAt: null }, {}, {}],
  ["one tried again", { ...failed, retriedAs: "b" }, {}, {}, {}],
  ["a reaction", { ...failed, kind: "reaction" }, {}, {}, {}],
  ["one delivered", { status: "delivered", statusRank: 4 }, {}, {}, {}],
  [
    "one that failed and came through after all",
    { ...failed, ...told, statusRank: 4 },
    { failedAt: now - 100 },
    { failureAt: gone },
    { failedAt: null },
  ],
  [
    "one that came through after all, beside a newer failure",
    { ...failed, ...told, statusRank: 4 },
    { failedAt: now - 10 },
    { failureAt: gone },
    {},
  ],
  [
    "one nobody knew of that was sent",
    { ...unknown, failureAt: now - 200, statusRank: 3 },
    { failedAt: now - 200 },
    { failureAt: gone },
    { failedAt: null },
  ],
  [
    "one answered since, when it is told late",
    { status: "failed", statusAt: { failed: now - 8000 } },
    { preview: outbound, lastMessageAt: now - 1000 },
    { failureAt: now - 8000 },
    {},
  ],
  [
    "the first of several files, told when the next is out",
    failed,
    { preview: outbound, lastMessageAt: now },
    { failureAt: now - 100 },
    { failedAt: now - 100 },
  ],
  [
    "one after which the customer wrote",
    { status: "failed", statusAt: { failed: now - 8000 } },
    { lastMessageAt: now - 1000 },
    { failureAt: now - 8000 },
    { failedAt: now - 8000 },
  ],
  [
    "one somebody waits for",
    { ...failed, waitedSince: 5 },
    { lastMessageAt: now - 9000 },
    { failureAt: now - 100, waitedSince: gone },
    { failedAt: now - 100, waitingSince: FieldValue.minimum(5) },
  ],
  [
    "one nobody knows of, which somebody waits for",
    { ...unknown, waitedSince: 5 },
    { lastMessageAt: now - 9000 },
    { failureAt: now - 200 },
    { failedAt: now - 200 },
  ],
];

describe("what a message that fails tells its conversation", () => {
  for (const [says, message, conversation, ofMessage, ofConversation] of rows) {
    it(says, () => {
      const changes = failureChanges(ours(message), listed("c", conversation), now);
      assert.deepEqual(changes, { message: ofMessage, conversation: ofConversation });
    });
  }

  const answers: readonly [says: string, failedAt: number | null | undefined, is: boolean][] = [
    ["nothing failed", null, false],
    ["nothing ever failed", undefined, false],
    ["a failure a moment ago, such as of the file before", now - 1000, false],
    ["a failure seen", now - 60_000, true],
    ["a failure after it", now + 1000, false],
  ];
  for (const [says, failedAt, is] of answers)
    it(`an answer after ${says} ${is ? "deals with it" : "leaves it"}`, () => {
      assert.equal(answersFailure({ failedAt }, now), is);
    });
});
