import assert from "node:assert/strict";
import {
  type CountedConversations,
  isVisibleTo,
  type ListedConversation,
  type Viewer,
} from "@hilo/schema";
import { countConversations } from "../../functions/src/conversations/counts.ts";
import { conversationsOf } from "../../functions/src/conversations/store.ts";
import { db } from "../../functions/src/platform/firestore.ts";
import { various } from "../support/list-reader.ts";
import { freshWorkspace } from "./workspace.ts";

const twelve = ["north", "south", ...Array.from({ length: 10 }, (_, i) => `t${i}`)];
const viewers: [who: string, viewer: Viewer][] = [
  ["all", { id: "ana", see: "all", teams: [] }],
  ["as many teams as one can be in", { id: "ana", see: "team", teams: twelve }],
  ["no team", { id: "ana", see: "team", teams: [] }],
  ["their own", { id: "ana", see: "own", teams: [] }],
];

type Holds = (one: ListedConversation, now: number) => boolean;
const hour = 60 * 60_000;
const kinds: [what: string, of: (now: number) => CountedConversations, holds: Holds][] = [
  ["all", () => ({}), () => true],
  ["some states", () => ({ status: ["open", "waiting"] }), isActive],
  [
    "nobody's",
    () => ({ status: ["open", "waiting"], assigneeId: "none" }),
    (one) => isActive(one) && one.assigneeId === "none",
  ],
  [
    "a colleague's in every state",
    () => ({
      status: ["open", "waiting", "snoozed", "resolved", "closed"],
      assigneeId: "beto",
    }),
    ({ assigneeId }) => assigneeId === "beto",
  ],
  [
    "those of a channel and a priority",
    () => ({ status: ["open"], channelId: "twilio-sms", priority: "high" }),
    (one) => one.status === "open" && one.channelId === "twilio-sms" && one.priority === "high",
  ],
  [
    "those that wait",
    () => ({ status: ["open", "waiting"], waiting: true }),
    (one) => isActive(one) && one.waitingSince !== null,
  ],
  [
    "those whose window closes",
    (now) => ({ status: ["open", "waiting"], replyBefore: now + hour }),
    (one, now) => isActive(one) && one.replyUntil !== null && one.replyUntil <= now + hour,
  ],
  ["those with a failed send", () => ({ failed: true }), ({ failedAt }) => Boolean(failedAt)],
  [
    "the latest",
    (now) => ({ since: now - 3 * hour }),
    ({ lastMessageAt }, now) => lastMessageAt >= now - 3 * hour,
  ],
];

describe("how many conversations there are of what somebody sees", () => {
  const rows = various(400);
  let workspaceId: string;
  let now: number;

  before(async () => {
    now = Date.now();
    workspaceId = await freshWorkspace();
    const batch = db().batch();
    for (const { id, ...row } of rows) batch.set(conversationsOf(workspaceId).doc(id), row);
    await batch.commit();
  });

  for (const [who, viewer] of viewers) {
    it(`counts each once for who sees ${who}`, async () => {
      const counts = await countConversations(
        { ...viewer, workspaceId },
        kinds.map(([, of]) => of(now)),
      );
      const seen = rows.filter(({ assigneeId: holderId, teamId, guests }) =>
        isVisibleTo(viewer, { holderId, teamId, guests }),
      );
      const expected = kinds.map(([, , holds]) => seen.filter((one) => holds(one, now)).length);
      assert.deepEqual(named(counts), named(expected));
      assert.ok(expected.some((one) => one > 0));
    });

    it(`counts no further than it is asked to for who sees ${who}`, async () => {
      const of = { status: ["open", "waiting"] as const };
      const [all = 0] = await countConversations({ ...viewer, workspaceId }, [
        { status: [...of.status] },
      ]);
      const counts = await countConversations(
        { ...viewer, workspaceId },
        [1, all, all + 1].map((most) => ({ status: [...of.status], most })),
      );
      assert.deepEqual(counts, [1, all, all]);
    });
  }
});

function isActive({ status }: ListedConversation): boolean {
  return status === "open" || status === "waiting";
}

function named(counts: readonly number[]): Record<string, number | undefined> {
  return Object.fromEntries(kinds.map(([what], i) => [what, counts[i]]));
}
