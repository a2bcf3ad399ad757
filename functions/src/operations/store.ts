import {
  type CollectionReference,
  type DocumentReference,
  db,
  type Query,
  workspace,
} from "../platform/firestore.ts";

export function operationsOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("operations");
}

/** What an operation changed, a document for each commit that changed something or named a row. */
export function changesOf(operation: DocumentReference): CollectionReference {
  return operation.collection("changes");
}

/** Operations of every workspace that nobody works on and that have not ended. */
export function dueOperations(at: Date): Query {
  return db().collectionGroup("operations").where("dueAt", "<=", at).orderBy("dueAt").limit(100);
}

/** The last changes among the first so many rows. */
export function lastChanges(operation: DocumentReference, rows: number): Query {
  return changesOf(operation).where("from", "<", rows).orderBy("from", "desc").limit(1);
}

/** Changes beside which rows are named. */
export function namingChanges(operation: DocumentReference): Query {
  return changesOf(operation).where("named", ">", 0);
}

/** Changes of which an undo left some as they are. */
export function keptChanges(operation: DocumentReference): Query {
  return changesOf(operation).where("keptCount", ">", 0);
}

/** Operations of a kind that have not ended. */
export function runningOf(workspaceId: string, kind: string): Query {
  return operationsOf(workspaceId).where("kind", "==", kind).where("state", "==", "running");
}
