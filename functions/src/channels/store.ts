import {
  type CollectionReference,
  type DocumentReference,
  db,
  type Query,
  workspace,
} from "../platform/firestore.ts";

export function channelsOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("channels");
}

export function secretOf(workspaceId: string, channelId: string): DocumentReference {
  return workspace(workspaceId).collection("channelSecrets").doc(channelId);
}

/** What is counted on a channel, apart from what a person changes of it. */
export function healthOf(workspaceId: string, channelId: string): DocumentReference {
  return workspace(workspaceId).collection("channelHealth").doc(channelId);
}

/** Health that the channels of all workspaces do not show yet. */
export function unshown(): Query {
  return db().collectionGroup("channelHealth").where("isShown", "==", false).limit(500);
}
