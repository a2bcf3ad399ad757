import { statsShards } from "@hilo/schema";
import {
  type CollectionReference,
  type DocumentReference,
  workspace,
} from "../platform/firestore.ts";

export function statsOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("stats");
}

/** The shard of a day that a conversation counts in. */
export function shardOf(
  workspaceId: string,
  day: string,
  conversationId: string,
): DocumentReference {
  const sum = [...conversationId].reduce((total, char) => total + char.charCodeAt(0), 0);
  return statsOf(workspaceId).doc(`${day}-${sum % statsShards}`);
}
