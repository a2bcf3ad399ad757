import { randomBytes } from "node:crypto";
import type { AuditEntry } from "@hilo/schema";
import { newId } from "../platform/clock.ts";
import { FieldValue } from "../platform/firestore.ts";
import { digestOf } from "./digest.ts";
import { entries } from "./store.ts";

/** Who did it: an `Actor` of a request, or the system itself with empty requestId and ip. */
export type Doer = AuditEntry["actor"] & { workspaceId: string; requestId: string; ip: string };

/** The path of what was changed, within the workspace, and the contacts whom it is about. */
export type Target = string | { path: string; about: readonly string[] };

type Change = { from?: unknown; to?: unknown };

/** An entry as it is written: its time is the database's, which no instance's clock can disagree with. */
type Written = Omit<AuditEntry, "at"> & { at: FieldValue };

/** A WriteBatch or a Transaction: the commit that the entry is part of. */
type Commit = {
  create(document: ReturnType<ReturnType<typeof entries>["doc"]>, data: Written): unknown;
};

/**
 * Adds an audit entry to the commit that makes the change, so that neither can be without the other.
 * `action` is the room's verb, such as `conversations.assign`; `changes` the fields that changed, never the text of a
 * message or a secret. Nothing personal of a contact stands anywhere else, since only `changes` can be emptied.
 */
export function audit(
  commit: Commit,
  doer: Doer,
  action: string,
  target: Target,
  changes: Record<string, Change> = {},
): void {
  const { type, id, name, workspaceId, requestId, ip } = doer;
  const { path, about } = typeof target === "string" ? { path: target, about: [] } : target;
  const told = filled(changes);
  const salt = randomBytes(16).toString("hex");
  commit.create(entries(workspaceId).doc(newId()), {
    actor: { type, id, name },
    action,
    target: path,
    about: [...about],
    changes: told,
    salt,
    digest: digestOf(salt, told),
    requestId,
    ip,
    at: FieldValue.serverTimestamp(),
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
