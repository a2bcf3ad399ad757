import type { AuditEntry } from "@hilo/schema";
import { newId, now } from "../platform/clock.ts";
import { entries } from "./store.ts";

/** Who did it: an `Actor` of a request, or the system itself with empty requestId and ip. */
export type Doer = AuditEntry["actor"] & { workspaceId: string; requestId: string; ip: string };

type Change = { from?: unknown; to?: unknown };

/** A WriteBatch or a Transaction: the commit that the entry is part of. */
type Commit = {
  create(document: ReturnType<ReturnType<typeof entries>["doc"]>, data: AuditEntry): unknown;
};

/**
 * Adds an audit entry to the commit that makes the change, so that neither can be without the other.
 * `action` is the room's verb, such as `conversations.assign`; `target` the path within the workspace;
 * `changes` the fields that changed, never the text of a message or a secret.
 */
export function audit(
  commit: Commit,
  doer: Doer,
  action: string,
  target: string,
  changes: Record<string, Change> = {},
): void {
  const { type, id, name, workspaceId, requestId, ip } = doer;
  commit.create(entries(workspaceId).doc(newId()), {
    actor: { type, id, name },
    action,
    target,
    changes: filled(changes),
    requestId,
    ip,
    at: new Date(now()),
  });
}

/** Nothing is written as null: Firestore leaves undefined fields out. */
function filled(changes: Record<string, Change>): AuditEntry["changes"] {
  return Object.fromEntries(
    Object.entries(changes).map(([field, { from, to }]) => [
      field,
      { from: from ?? null, to: to ?? null },
    ]),
  );
}

/** The fields of `after` that differ from `before`, as an audit entry tells them. */
export function changesOf<T extends object>(before: T, after: Partial<T>): Record<string, Change> {
  const fields = Object.keys(after) as (keyof T & string)[];
  return Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => [field, { from: before[field], to: after[field] }]),
  );
}
