import { type CollectionReference, workspace } from "../platform/firestore.ts";

export function funnelsOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("funnels");
}
