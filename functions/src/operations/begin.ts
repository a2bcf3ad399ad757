import { type Operation, operationDays } from "@hilo/schema";
import { audit, type Doer } from "../audit/audit.ts";
import { newId, now } from "../platform/clock.ts";
import { db } from "../platform/firestore.ts";
import type { Kind } from "./kind.ts";
import { operationsOf } from "./store.ts";
import { wake } from "./wake.ts";

const dayMs = 24 * 60 * 60 * 1000;
const none = { create: 0, update: 0, same: 0, skip: 0, refuse: 0 };

/** Begins an operation, with its audit entry, and has it worked on; gives its id. */
export async function begin(...asked: Parameters<typeof enter>): Promise<string> {
  const id = await enter(...asked);
  await wake(asked[0].workspaceId, id);
  return id;
}

/**
 * The same, for those who can make no task: the sweep has it worked on. What it is asked for names no person, since
 * erasure would not find it there.
 */
export async function enter(
  doer: Doer,
  { name: kind, undo: reversibleBy }: Pick<Kind, "name" | "undo">,
  input: Operation["input"],
  id = newId(),
): Promise<string> {
  const { workspaceId } = doer;
  const at = new Date(now());
  const operation: Operation = {
    kind,
    by: { type: doer.type, id: doer.id, name: doer.name },
    reversibleBy,
    input,
    ...{ state: "running", step: "plan", total: 0, done: 0, counts: none, plan: null, named: 0 },
    ...{ tries: 0, worker: null, dueAt: at, createdAt: at, updatedAt: at },
    expiresAt: new Date(at.getTime() + operationDays * dayMs),
  };
  const batch = db().batch();
  batch.create(operationsOf(workspaceId).doc(id), operation);
  audit(batch, doer, "operations.begin", `operations/${id}`, { kind: { to: kind } });
  await batch.commit();
  return id;
}
