import { type CollectionReference, workspace } from "../platform/firestore.ts";

/** What is known of the files; their bytes are in the blob store. */
export function records(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("files");
}
