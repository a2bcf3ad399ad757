import { foldStats, Stats, statsShards } from "@hilo/schema";
import { db, read } from "../platform/firestore.ts";
import { log } from "../platform/log.ts";
import { statsOf } from "./store.ts";

/** Adds a day's shards up into one document, beside a count made again from the threads. */
export async function foldDay(
  workspaceId: string,
  day: string,
  recount: () => Promise<number>,
): Promise<Stats> {
  const refs = Array.from({ length: statsShards }, (_, i) =>
    statsOf(workspaceId).doc(`${day}-${i}`),
  );
  const shards = (await db().getAll(...refs)).map((doc) => read(Stats, doc));
  const folded = foldStats(
    day,
    shards.filter((shard) => shard !== undefined),
  );
  const recounted = await recount();
  if (recounted !== folded.received)
    log.error("stats.drift", { workspaceId, day, counted: folded.received, recounted });
  await statsOf(workspaceId)
    .doc(day)
    .set({ ...folded, recounted });
  return { ...folded, recounted };
}
