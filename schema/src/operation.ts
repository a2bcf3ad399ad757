import * as z from "zod";
import { Time } from "./time.ts";
import { operationStates, outcomes } from "./words.ts";

export const OperationState = z.enum(operationStates);
export type OperationState = z.infer<typeof OperationState>;

/** What became of a row: made, changed, as it should be already, left out, or refused. */
export const Outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof Outcome>;

/** Documents that an operation writes in a second, until a workspace says otherwise. */
export const operationRate = 400;

/** How long an operation, what it changed and so its undo are kept, in days. */
export const operationDays = 30;

/** So many refused and skipped rows, or documents that an undo left alone, are named. */
export const mostNamed = 1000;

const Count = z.number().int().min(0);

export const OutcomeCounts = z.object({
  create: Count,
  update: Count,
  same: Count,
  skip: Count,
  refuse: Count,
} satisfies Record<Outcome, z.ZodType>);
export type OutcomeCounts = z.infer<typeof OutcomeCounts>;

const Actor = z.object({
  type: z.enum(["member", "apiKey", "system"]),
  id: z.string(),
  name: z.string(),
});

/**
 * `workspaces/{w}/operations/{id}`: one thing that takes long or touches many. It is worked on row by row of its plan;
 * `done` is how far it has come, and moves in the commit that does it, so that a worker that dies leaves nothing half.
 */
export const Operation = z.object({
  /** The word of the room that does it, such as import. */
  kind: z.string().min(1).max(40),
  by: Actor,
  /** What whoever undoes it has to be allowed; null: nothing can be taken back. */
  reversibleBy: z.string().nullable(),
  /** What it was asked for, as its kind understands it. */
  input: z.record(z.string(), z.unknown()),
  state: OperationState,
  /** What a worker does with it: its rows are listed, done, or taken back. */
  step: z.enum(["plan", "apply", "undo"]),
  /** Rows of the plan; 0 while it is listed. */
  total: Count,
  done: Count,
  counts: OutcomeCounts,
  /** Where its rows are kept until they are done: parts `{workspace}/operations/{operation}/{id}-{number}`. */
  plan: z.object({ id: z.string(), parts: Count }).nullable(),
  /** How many refused and skipped rows are named beside its changes. */
  named: Count,
  /** What an undo came to: rows to take back, those left, documents put back, documents left alone. */
  undo: z
    .object({ by: Actor, at: Time, total: Count, left: Count, restored: Count, kept: Count })
    .optional(),
  /** What it made, such as an export. */
  fileId: z.string().optional(),
  /** How often it was tried since it last came on. */
  tries: Count,
  /** Why it failed: a code of the API's errors. */
  error: z.string().optional(),
  /** Which worker has it. */
  worker: z.string().nullable(),
  /** From when on another may take it: when the lease of who has it is over, or the next try is due; null at its end. */
  dueAt: Time.nullable(),
  createdAt: Time,
  updatedAt: Time,
  endedAt: Time.optional(),
  expiresAt: Time,
});
export type Operation = z.infer<typeof Operation>;

/**
 * What a row changed in a document: the fields as they were and as they became, those that were or became none left out;
 * `before` is null of one that was made.
 */
export const Change = z.object({
  row: Count,
  /** Within the workspace. */
  path: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()),
});
export type Change = z.infer<typeof Change>;

export const NamedRow = z.object({ row: Count, outcome: Outcome, why: z.string() });
export type NamedRow = z.infer<typeof NamedRow>;

export const KeptDocument = z.object({ row: Count, path: z.string(), fields: z.array(z.string()) });
export type KeptDocument = z.infer<typeof KeptDocument>;

/** `workspaces/{w}/operations/{id}/changes/{row}`: what the rows of one commit changed; it was made with them. */
export const OperationChanges = z.object({
  /** The first row of the commit, and the first after it. */
  from: Count,
  to: Count,
  changes: z.array(Change),
  /** The contacts whom it is about, by whom erasure finds it. */
  about: z.array(z.string()),
  /** Rows that were refused or skipped, and how many of them stand here. */
  rows: z.array(NamedRow),
  named: Count,
  /** What an undo left as it is, since somebody changed it meanwhile, and how many. */
  kept: z.array(KeptDocument),
  keptCount: Count,
  expiresAt: Time,
});
export type OperationChanges = z.infer<typeof OperationChanges>;
