import { Operation } from "@hilo/schema";
import { at, day, theirs, times } from "./trouble-words.ts";

const by = { type: "member", id: "other", name: theirs("o") } as const;
const counts = { create: 1, update: 200, same: 1, skip: 1, refuse: 2 };
const later = new Date(at + day);

/** What takes long, in every state; nobody works on it. */
export function operations(): Operation[] {
  const undo = { by, at: later, total: 200, left: 120, restored: 80, kept: 2 };
  const ended = { done: 205, dueAt: null, worker: null, endedAt: new Date(at - day) };
  const states: Partial<Operation>[] = [
    { step: "plan", total: 0, done: 0 },
    {},
    { step: "undo", undo },
    { ...ended, state: "done", named: 3 },
    { ...ended, state: "undone", step: "undo", undo: { ...undo, left: 0 } },
    { ...ended, state: "failed", error: "internal", done: 40 },
    { ...ended, state: "failed", error: "invalid", kind: "unheard" },
  ];
  return states.map((one) =>
    Operation.parse({
      kind: "migrate",
      by,
      reversibleBy: "operations.own",
      input: {},
      state: "running",
      step: "apply",
      total: 205,
      done: 40,
      counts,
      plan: null,
      named: 0,
      tries: 0,
      worker: "w",
      dueAt: later,
      expiresAt: later,
      ...times,
      ...one,
    }),
  );
}

/** What is known of the rows of the one that left some out, once they were asked for: it is being fetched, is not to be had, is there. */
export const rowsAsked: readonly object[] = [
  { n3: "loading" },
  { n3: "failed" },
  {
    n3: {
      rows: (["skip", "refuse"] as const).map((outcome, row) => ({
        row,
        outcome,
        why: theirs("y"),
      })),
      kept: [{ row: 2, path: theirs("p"), fields: [theirs("f")] }],
    },
  },
];
