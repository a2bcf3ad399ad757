import { showHealth } from "./channels/health.ts";
import { recount } from "./conversations/recount.ts";
import { removeForgotten } from "./files/removal.ts";
import { followGone, sweepTray } from "./leads/sweeping.ts";
import { mendSince } from "./mending.ts";
import { wakeOperations } from "./operations/wake.ts";
import { sweep } from "./outbound/sweep.ts";
import { alone } from "./platform/alone.ts";
import { allWorkspaces } from "./platform/firestore.ts";
import { inTurns } from "./platform/in-turns.ts";
import { enqueue } from "./platform/tasks.ts";
import { foldDays } from "./stats/folding.ts";
import { foldNow } from "./stats/now.ts";
import { endAttendances } from "./users/attendance.ts";
import { compareClaims } from "./users/claims.ts";

/** What is looked after each minute, side by side. */
export const everyMinute = { sweep, endAttendances, foldNow, showHealth, wakeOperations };

/** What is done each night for a workspace, in this order: what is made up for counts on its day. */
export const nightly = {
  mendSince,
  foldDays: (workspaceId: string) => foldDays(workspaceId, recount),
  compareClaims,
  sweepTray,
  followGone,
};

/** What is done each night for all. */
const nightlyForAll = { removeForgotten };

/** Each minute. */
export function minute(): Promise<void> {
  return doAll(everyMinute, (body) => body(), Number.POSITIVE_INFINITY);
}

/** Each night: has every workspace's night done by a task of its own, and does what is for all. */
export async function night(): Promise<void> {
  for (const workspaceId of await allWorkspaces()) await enqueue("workspaceNight", { workspaceId });
  await nightForAll();
}

/** What a night does once, for all workspaces. */
export function nightForAll(): Promise<void> {
  return doAll(nightlyForAll, (body) => body());
}

/** A workspace's night; it may be done again. */
export function workspaceNight(workspaceId: string): Promise<void> {
  return doAll(nightly, (body) => body(workspaceId));
}

/** Does all, so many at once, also when one fails; then throws with the names of those that failed. */
async function doAll<B>(
  bodies: Record<string, B>,
  run: (body: B) => Promise<unknown>,
  atOnce = 1,
): Promise<void> {
  const failed = await inTurns(Object.entries(bodies), atOnce, async ([name, body]) => {
    const done = await alone("schedule.failed", { name }, () => run(body));
    return done ? [] : [name];
  });
  if (failed.flat().length > 0) throw new Error(`Not done: ${failed.flat().join(", ")}`);
}
