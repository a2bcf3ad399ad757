import { may, mostNamed, Operation, OperationChanges, type ToldOperation } from "@hilo/schema";
import { audit } from "../audit/audit.ts";
import type { Actor } from "../platform/auth.ts";
import { now } from "../platform/clock.ts";
import { AppError } from "../platform/errors.ts";
import {
  commitIfSame,
  type DocumentSnapshot,
  db,
  type Query,
  read,
  stillAs,
} from "../platform/firestore.ts";
import type { Kinds } from "./kind.ts";
import { keptChanges, namingChanges, operationsOf } from "./store.ts";
import { wake } from "./wake.ts";

/** An operation with the rows it names. Throws `notFound` for one that the caller may not see. */
export async function getOperation(actor: Actor, id: string): Promise<ToldOperation> {
  const { found, operation } = await seen(actor, id);
  const [rows, kept] = await Promise.all([
    operation.named > 0 ? changesIn(namingChanges(found.ref)) : [],
    operation.undo?.kept ? changesIn(keptChanges(found.ref).limit(mostNamed)) : [],
  ]);
  return {
    ...told(id, operation),
    ...(rows.length > 0 ? { rows: rows.flatMap((one) => one.rows).slice(0, mostNamed) } : {}),
    ...(kept.length > 0 ? { kept: kept.flatMap((one) => one.kept).slice(0, mostNamed) } : {}),
  };
}

/**
 * Has an operation undone: asked twice, it is undone once. Throws `conflict` while it runs, and when it cannot be taken
 * back; `notAllowed` when the caller may not.
 */
export async function undoOperation(
  actor: Actor,
  id: string,
  kinds: Kinds,
): Promise<ToldOperation> {
  const { found, operation } = await seen(actor, id);
  const needed = kinds[operation.kind]?.undo;
  if (!needed) throw new AppError("conflict", "This cannot be undone.");
  if (!may(actor.role, needed)) throw new AppError("notAllowed", "Ask somebody who may undo this.");
  if (operation.step === "undo" && operation.state !== "failed") return getOperation(actor, id);
  if (operation.state === "running") throw new AppError("conflict", "Wait until it has ended.");
  const at = new Date(now());
  const { type, id: by, name } = actor;
  const { done } = operation;
  const undo = operation.undo ?? {
    ...{ by: { type, id: by, name }, at },
    ...{ total: done, left: done, restored: 0, kept: 0 },
  };
  const batch = db().batch();
  const running = { state: "running", step: "undo", tries: 0, dueAt: at, updatedAt: at };
  batch.update(found.ref, { ...running, undo }, stillAs(found));
  audit(batch, actor, "operations.undo", `operations/${id}`, { kind: { from: operation.kind } });
  // Another was quicker: what it asked for is told.
  if (await commitIfSame(batch)) await wake(actor.workspaceId, id);
  return getOperation(actor, id);
}

async function seen(actor: Actor, id: string) {
  const found = await operationsOf(actor.workspaceId).doc(id).get();
  const operation = read(Operation, found);
  const isOwn = operation?.by.id === actor.id && operation.by.type === actor.type;
  if (operation && (isOwn || may(actor.role, "operations.all"))) return { found, operation };
  throw new AppError("notFound", "There is no such operation.");
}

function told(id: string, operation: Operation): ToldOperation {
  const { kind, state, total, done, counts, undo, fileId, error, endedAt } = operation;
  return {
    ...{ id, kind, state, total, done, counts },
    ...(undo
      ? {
          undo: {
            total: undo.total,
            done: undo.total - undo.left,
            restored: undo.restored,
            kept: undo.kept,
          },
        }
      : {}),
    ...(fileId === undefined ? {} : { fileId }),
    ...(error === undefined || state !== "failed" ? {} : { error }),
    createdAt: operation.createdAt.getTime(),
    ...(endedAt && state !== "running" ? { endedAt: endedAt.getTime() } : {}),
  };
}

/** In the order of their rows. */
async function changesIn(query: Query): Promise<OperationChanges[]> {
  const { docs } = await query.get();
  const inOrder = docs.toSorted((a, b) => Number(a.get("from")) - Number(b.get("from")));
  return inOrder.flatMap((doc: DocumentSnapshot) => read(OperationChanges, doc) ?? []);
}
