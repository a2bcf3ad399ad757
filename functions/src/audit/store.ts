import type { CollectionReference } from "firebase-admin/firestore";
import { workspace } from "../platform/firestore.ts";

/** What was done in a workspace; entries are only ever added. */
export function entries(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("audit");
}
