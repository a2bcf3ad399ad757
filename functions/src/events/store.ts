import { type CollectionReference, workspace } from "../platform/firestore.ts";

export function eventsOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("events");
}
