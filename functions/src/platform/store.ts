import { type CollectionReference, db, workspace } from "./firestore.ts";

/** Who works here; the room `users` changes it, signing in reads it. */
export function members(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("members");
}

/** The keys other systems sign in with, by the SHA-256 of the key. */
export function apiKeys(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("apiKeys");
}

/** What requests with an Idempotency-Key were answered; null for those of who works nowhere yet. */
export function keptAnswers(workspaceId: string | null): CollectionReference {
  return (workspaceId === null ? db() : workspace(workspaceId)).collection("idempotency");
}
