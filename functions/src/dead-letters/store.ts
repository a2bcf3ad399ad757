import { type CollectionReference, workspace } from "../platform/firestore.ts";

export function deadLettersOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("deadLetters");
}

export function letterPartsOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("letterParts");
}
