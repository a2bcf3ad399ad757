import { type DocumentReference, workspace } from "../platform/firestore.ts";

/** One lead per conversation, under the conversation's own id. */
export function leadOf(workspaceId: string, conversationId: string): DocumentReference {
  return workspace(workspaceId).collection("leads").doc(conversationId);
}
