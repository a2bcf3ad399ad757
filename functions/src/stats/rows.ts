import type { Millis, Rows } from "@hilo/schema";
import { type CollectionReference, type Query, workspace } from "../platform/firestore.ts";

export type Bounds = { start: Millis; end: Millis };

/** The rows of a time in one collection; as much of each as tells what it counts for. */
export function rowsBetween(
  collection: CollectionReference,
  { at, where, fields = [] }: Rows,
  { start, end }: Bounds,
): Query {
  const own = where ? collection.where(where.field, "==", where.is) : collection;
  return own
    .where(at, ">=", start)
    .where(at, "<", end)
    .select(at, ...fields);
}

/** Those that stand right under the workspace. */
export function rowsUnder(workspaceId: string, rows: Rows, bounds: Bounds): Query {
  return rowsBetween(workspace(workspaceId).collection(rows.of), rows, bounds);
}
