import { foldStats, Stats, statsShards } from "@hilo/schema";
import { db, read } from "../platform/firestore.ts";
import { statsOf } from "./store.ts";

/**
 * How long customers waited for answers on some days (yyyymmdd): how many answers there were, by `responseBuckets`.
 * A day that is folded costs one read, another one for each of its shards.
 */
export async function responsesOn(
  workspaceId: string,
  days: readonly string[],
): Promise<Pick<Stats, "responses" | "responseHistogram">> {
  const folded = await statsAt(workspaceId, days);
  const known = new Set(folded.map(({ day }) => day));
  const shards = days
    .filter((day) => !known.has(day))
    .flatMap((day) => Array.from({ length: statsShards }, (_, i) => `${day}-${i}`));
  return foldStats("", [...folded, ...(await statsAt(workspaceId, shards))]);
}

async function statsAt(workspaceId: string, ids: readonly string[]): Promise<Stats[]> {
  if (ids.length === 0) return [];
  const docs = await db().getAll(...ids.map((id) => statsOf(workspaceId).doc(id)));
  return docs.map((doc) => read(Stats, doc)).filter((one) => one !== undefined);
}
