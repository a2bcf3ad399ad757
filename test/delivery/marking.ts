import assert from "node:assert/strict";
import { AuditEntry, Operation } from "@hilo/schema";
import * as z from "zod";
import type { Doer } from "../../functions/src/audit/audit.ts";
import { begin } from "../../functions/src/operations/begin.ts";
import type { Kind, Settled } from "../../functions/src/operations/kind.ts";
import { undoOperation } from "../../functions/src/operations/operations.ts";
import { operationsOf } from "../../functions/src/operations/store.ts";
import { work } from "../../functions/src/operations/work.ts";
import type { Actor } from "../../functions/src/platform/auth.ts";
import { setClock } from "../../functions/src/platform/clock.ts";
import {
  type CollectionReference,
  type DocumentSnapshot,
  db,
  read,
  workspace,
} from "../../functions/src/platform/firestore.ts";
import "./addresses.ts";

/** Sets fields of a thing, or makes it; `refuse` and `skip` are what a row without a meaning would be. */
const MarkRow = z.object({
  id: z.string(),
  set: z.record(z.string(), z.number().nullable()).optional(),
  instead: z.enum(["refuse", "skip"]).optional(),
});
export type MarkRow = z.infer<typeof MarkRow>;

const Input = z.object({ rows: z.array(MarkRow) });

export function thingsOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("things");
}

/** A kind of operation that only tests know: the room knows none. */
export const marking: Kind<MarkRow> = {
  name: "mark",
  row: MarkRow,
  undo: "operations.own",
  async *plan({ input }) {
    yield* Input.parse(input).rows;
  },
  async apply({ workspaceId }, rows) {
    const found = await db().getAll(...rows.map(({ id }) => thingsOf(workspaceId).doc(id)));
    return rows.map((row, index) => settle(row, found[index] ?? assert.fail()));
  },
};

function settle({ id, set = {}, instead }: MarkRow, found: DocumentSnapshot): Settled {
  const reads = [found.ref];
  if (instead) return { outcome: instead, why: "odd", reads: [] };
  const about = [`of ${id}`];
  // Null takes a field away.
  const data = Object.entries(set).map(([field, value]) => [field, value ?? undefined]);
  if (!found.exists) {
    const made = Object.fromEntries(data.filter(([, value]) => value !== undefined));
    return { outcome: "create", reads, about, writes: [{ create: found.ref, data: made }] };
  }
  const isSame = data.every(([field, value]) => found.get(String(field)) === value);
  if (isSame) return { outcome: "same", reads };
  return {
    outcome: "update",
    reads,
    about,
    writes: [{ update: found, data: Object.fromEntries(data) }],
  };
}

export const kinds = { mark: marking };

export function memberOf(workspaceId: string, id = "ana"): Actor & Doer {
  const about = { type: "member", id, name: "Ana", role: "agent" } as const;
  return { ...about, see: "all", teams: [], workspaceId, requestId: "r", ip: "192.0.2.1" };
}

export function beginMarking(workspaceId: string, rows: readonly MarkRow[]): Promise<string> {
  return begin(memberOf(workspaceId), marking, { rows });
}

export async function operationOf(workspaceId: string, id: string): Promise<Operation> {
  return read(Operation, await operationsOf(workspaceId).doc(id).get()) ?? assert.fail();
}

let later = 0;

/** Has the time go on, so that what a dead worker had is free and what was put off is due. */
export function goOn(): void {
  later += 60 * 60_000;
  const by = later;
  setClock(() => Date.now() + by);
}

/** Works as the sweep has it done, until it has ended. */
export async function workOut(workspaceId: string, id: string): Promise<Operation> {
  for (let turn = 0; turn < 10; turn += 1) {
    await work(kinds, workspaceId, id);
    const operation = await operationOf(workspaceId, id);
    if (operation.state !== "running") return operation;
    goOn();
  }
  return assert.fail("It does not end");
}

export function undo(workspaceId: string, id: string) {
  return undoOperation(memberOf(workspaceId), id, kinds);
}

/** What the things are, by their ids. */
export async function thingsIn(workspaceId: string): Promise<Record<string, unknown>> {
  const { docs } = await thingsOf(workspaceId).get();
  return Object.fromEntries(docs.map((doc) => [doc.id, doc.data()]));
}

export async function putThings(workspaceId: string, things: Record<string, object>) {
  const all = Object.entries(things);
  while (all.length > 0) {
    const batch = db().batch();
    for (const [id, data] of all.splice(0, 400)) batch.set(thingsOf(workspaceId).doc(id), data);
    await batch.commit();
  }
}

/** What the audit of a workspace tells, by its actions. */
export async function entriesOf(workspaceId: string): Promise<string[]> {
  const { docs } = await workspace(workspaceId).collection("audit").get();
  return docs.map((doc) => read(AuditEntry, doc)?.action ?? "").sort();
}
