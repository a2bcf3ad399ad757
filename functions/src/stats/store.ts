import { Stats } from "@hilo/schema";
import {
  type CollectionReference,
  type DocumentReference,
  type DocumentSnapshot,
  db,
  type Query,
  read,
  workspace,
} from "../platform/firestore.ts";
import type { Counting } from "../settings/settings.ts";

export function statsOf(workspaceId: string): CollectionReference {
  return workspace(workspaceId).collection("stats");
}

/** The shard of a day that a conversation counts in. */
export function shardOf(
  {
    workspaceId,
    statsShards,
    conversationId,
  }: Omit<Counting, "timeZone"> & { conversationId: string },
  day: string,
): DocumentReference {
  const sum = [...conversationId].reduce((total, char) => total + char.charCodeAt(0), 0);
  return statsOf(workspaceId).doc(`${day}-${sum % statsShards}`);
}

/** Whether a document of a day is a part of it, and not its fold. */
export function isShard({ id }: DocumentSnapshot): boolean {
  return id.includes("-");
}

/** The shards of a day, however many it was divided into while it lasted, and its fold. */
export function statsOn(workspaceId: string, day: string): Query {
  return statsOf(workspaceId).where("day", "==", day);
}

/** The same of all days from one to another. */
export function statsBetween(workspaceId: string, first: string, last: string): Query {
  return statsOf(workspaceId).where("day", ">=", first).where("day", "<=", last);
}

/** The shards of every workspace that counted something since a minute. */
export function shardsChangedSince(at: Date): Query {
  return db().collectionGroup("stats").where("changedAt", ">=", at).orderBy("changedAt");
}

export function countsIn(docs: readonly DocumentSnapshot[]): Stats[] {
  return docs.flatMap((doc) => read(Stats, doc) ?? []);
}
