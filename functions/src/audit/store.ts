import type { CollectionReference, Query } from "firebase-admin/firestore";
import { workspace } from "../platform/firestore.ts";

/** What was done in a workspace; entries are only ever added. */
export function entries(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("audit");
}

/** The newest entries about a path. */
export function entriesAbout(workspaceId: string, target: string, limit: number): Query {
  return entries(workspaceId).where("target", "==", target).orderBy("at", "desc").limit(limit);
}
