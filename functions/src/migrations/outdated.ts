import { type DocumentSnapshot, plain } from "../platform/firestore.ts";
import { changedBy } from "./changed-by.ts";
import { isSettling, type Migration } from "./migration.ts";

/** Whether a migration would do something about a document, as it was found. */
export async function isOutdated(
  workspaceId: string,
  migration: Migration,
  doc: DocumentSnapshot,
): Promise<boolean> {
  if (!isSettling(migration)) return changedBy([migration], doc) !== undefined;
  if (migration.isOutdated)
    return migration.isOutdated(plain(doc.data()) as Record<string, unknown>);
  const settled = await migration.settle(workspaceId, doc);
  return (settled?.writes ?? []).length > 0;
}
