import { type CollectionReference, db, type Query, workspace } from "../platform/firestore.ts";

/** What is known of the files; their bytes are in the blob store. */
export function records(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("files");
}

/** Files of every workspace that have waited for a message since before a time, the longest first. */
export function waitingSince(before: Date): Query {
  return db()
    .collectionGroup("files")
    .where("pendingSince", "<=", before)
    .orderBy("pendingSince")
    .limit(200);
}
