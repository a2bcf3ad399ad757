import { isDeepStrictEqual } from "node:util";
import {
  type CounterName,
  counterEntries,
  type DayCounts,
  dayAfter,
  dayOf,
  foldCounts,
  openDays,
} from "@hilo/schema";
import { alone } from "../platform/alone.ts";
import { now } from "../platform/clock.ts";
import { type DocumentSnapshot, db, FieldPath, type Timestamp } from "../platform/firestore.ts";
import { log } from "../platform/log.ts";
import { zoneOf } from "../settings/settings.ts";
import { countsIn, isShard, statsBetween, statsOf } from "./store.ts";

/** Counts a day again from the rows of every counter. */
export type Recount = (workspaceId: string, day: string, timeZone: string) => Promise<DayCounts>;

/**
 * Each night: folds the days that are still counted into, in a workspace's own time zone. Yesterday is counted again,
 * and so is each of the others that has changed since it was.
 */
export async function foldDays(workspaceId: string, recount: Recount): Promise<void> {
  const timeZone = await zoneOf(workspaceId);
  const today = dayOf(now(), timeZone);
  const yesterday = dayAfter(today, -1);
  const days = Array.from({ length: openDays }, (_, i) => dayAfter(yesterday, i + 1 - openDays));
  const open = statsBetween(workspaceId, days[0] ?? yesterday, yesterday);
  const { docs, readTime } = await open.get();
  const failed: string[] = [];
  for (const day of days) {
    const own = docs.filter((doc) => doc.get("day") === day);
    if (day !== yesterday && !hasChanged(own)) continue;
    const folding = () =>
      foldDay({ workspaceId, day, shards: own.filter(isShard), readTime }, () =>
        recount(workspaceId, day, timeZone),
      );
    if (!(await alone("stats.unfolded", { workspaceId, day }, folding))) failed.push(day);
  }
  if (failed.length > 0) throw new Error(`Not folded: ${failed.join(", ")}`);
}

/** Whether something was counted since the day was folded, or it never was. */
function hasChanged(docs: readonly DocumentSnapshot[]): boolean {
  const foldedAt: Timestamp | undefined = docs.find((doc) => !isShard(doc))?.get("foldedAt");
  if (!foldedAt) return true;
  return docs.some((doc) => isShard(doc) && (doc.updateTime?.valueOf() ?? "") > foldedAt.valueOf());
}

type Folding = {
  workspaceId: string;
  day: string;
  shards: readonly DocumentSnapshot[];
  readTime: Timestamp;
};

/** What the rows say is kept, for the day and in its month; where the shards say another thing, that is told. */
async function foldDay(
  { workspaceId, day, shards, readTime }: Folding,
  recount: () => Promise<DayCounts>,
): Promise<void> {
  const counted = foldCounts(countsIn(shards));
  const recounted = await recount();
  const drift = differing(counted, recounted);
  if (drift.length > 0) log.error("stats.drift", { workspaceId, day, counters: drift.join(", ") });
  const month = day.slice(0, 6);
  const ofMonth = new FieldPath("days", day.slice(6));
  const batch = db().batch();
  batch.set(statsOf(workspaceId).doc(day), { day, foldedAt: readTime, ...recounted });
  batch.set(
    statsOf(workspaceId).doc(month),
    { month, days: { [day.slice(6)]: recounted } },
    { mergeFields: ["month", ofMonth] },
  );
  await batch.commit();
}

/** The counters that differ; an extreme that was taken back is not known before the recount. */
function differing(counted: DayCounts, recounted: DayCounts): CounterName[] {
  const compared = counterEntries.filter(([, { kind }]) => kind === "sum" || kind === "map");
  return compared.flatMap(([name]) =>
    isDeepStrictEqual(counted[name], recounted[name]) ? [] : [name],
  );
}
