import {
  type CollectionReference,
  type DocumentReference,
  workspace,
} from "../platform/firestore.ts";

export function channelsOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("channels");
}

export function secretOf(workspaceId: string, channelId: string): DocumentReference {
  return workspace(workspaceId).collection("channelSecrets").doc(channelId);
}
