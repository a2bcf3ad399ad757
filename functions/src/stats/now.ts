import { isDeepStrictEqual } from "node:util";
import { dayOf, foldCounts, type Millis, StatsNow } from "@hilo/schema";
import { alone } from "../platform/alone.ts";
import { now } from "../platform/clock.ts";
import { type DocumentSnapshot, read, type Timestamp } from "../platform/firestore.ts";
import { inTurns } from "../platform/in-turns.ts";
import { zoneOf } from "../settings/settings.ts";
import { countsIn, isShard, shardsChangedSince, statsOf, statsOn } from "./store.ts";

/** A commit may be this much younger than the minute that it names. */
const slackMs = 30_000;

/** How far back an instance looks that does not know when it was looked last. */
const unknownMs = 10 * 60_000;

/** How many workspaces are folded at once. */
const parallel = 10;

/** What this instance has folded: everything that was there at this time. */
let foldedUntil: Timestamp | undefined;

/**
 * Each minute: folds today's shards of every workspace that has counted something since the last time into its
 * `stats/now`. While nothing happens that is one query which finds nothing, for all of them together.
 */
export async function foldNow(): Promise<void> {
  const from = unfoldedFrom(foldedUntil?.toMillis(), now());
  const { docs, readTime } = await shardsChangedSince(from).get();
  const fresh = docs.filter(isNew);
  const workspaces = [...new Set(fresh.map(({ ref }) => ref.path.split("/")[1] ?? ""))];
  const done = await inTurns(workspaces, parallel, (workspaceId) =>
    alone("stats.unfolded", { workspaceId }, () => foldToday(workspaceId)),
  );
  if (done.every(Boolean)) foldedUntil = readTime;
}

/** The first minute that a shard may name which was not there yet when all was folded that was (ms). */
export function unfoldedFrom(folded: Millis | undefined, at: Millis): Date {
  const since = (folded ?? at - unknownMs) - slackMs;
  return new Date(since - (since % 60_000));
}

/** Forgets what was folded, for tests. */
export function forgetFolded(): void {
  foldedUntil = undefined;
}

function isNew({ updateTime }: DocumentSnapshot): boolean {
  return !foldedUntil || !updateTime || updateTime.valueOf() > foldedUntil.valueOf();
}

/** Adds today's shards of a workspace up, and writes what has become of them. */
export async function foldToday(workspaceId: string): Promise<void> {
  const today = dayOf(now(), await zoneOf(workspaceId));
  const ref = statsOf(workspaceId).doc("now");
  const [{ docs }, known] = await Promise.all([statsOn(workspaceId, today).get(), ref.get()]);
  const folded = { today, ...foldCounts(countsIn(docs.filter(isShard))) };
  if (!isDeepStrictEqual(read(StatsNow, known), folded)) await ref.set(folded);
}
