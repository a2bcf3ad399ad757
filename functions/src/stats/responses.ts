import { type DayCounts, foldCounts } from "@hilo/schema";
import { db } from "../platform/firestore.ts";
import { countsIn, isShard, statsOf, statsOn } from "./store.ts";

/**
 * How long customers waited for answers on some days (yyyymmdd): how many answers there were, by `responseBuckets`.
 * A day that is folded costs one read, another one for each of its shards.
 */
export async function responsesOn(
  workspaceId: string,
  days: readonly string[],
): Promise<Pick<DayCounts, "responses" | "responseHistogram">> {
  const folds = countsIn(await db().getAll(...days.map((day) => statsOf(workspaceId).doc(day))));
  const folded = new Set(folds.map(({ day }) => day));
  const others = days.filter((day) => !folded.has(day));
  const found = await Promise.all(others.map((day) => statsOn(workspaceId, day).get()));
  return foldCounts([...folds, ...found.flatMap(({ docs }) => countsIn(docs.filter(isShard)))]);
}
