import { dayOf } from "@hilo/schema";
import { now } from "../platform/clock.ts";
import { zoneOf } from "../settings/settings.ts";
import { foldDay } from "../stats/folding.ts";
import { eachActiveSince } from "./active.ts";
import { receivedBetween } from "./store.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** Each night: folds yesterday of a workspace, in its own time zone, and counts it again. */
export async function foldYesterday(workspaceId: string): Promise<void> {
  const timeZone = await zoneOf(workspaceId);
  const day = dayOf(now() - dayMs, timeZone);
  await foldDay(workspaceId, day, () => recount(workspaceId, day, timeZone));
}

/** The inbound messages of a day, counted from the threads. */
export async function recount(workspaceId: string, day: string, timeZone: string): Promise<number> {
  const { start, end } = boundsOf(day, timeZone);
  let counted = 0;
  await eachActiveSince(workspaceId, start, async ({ id }) => {
    const found = await receivedBetween(workspaceId, id, start, end).count().get();
    counted += found.data().count;
  });
  return counted;
}

/** The first millisecond of a day in a time zone, and of the day after. */
export function boundsOf(day: string, timeZone: string): { start: number; end: number } {
  return { start: startOf(day, timeZone), end: startOf(dayAfter(day), timeZone) };
}

function dayAfter(day: string): string {
  return dayOf(utcOf(day) + dayMs, "UTC");
}

function utcOf(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8)));
}

/** Searches the day's first moment by quarters of an hour: zones and their changes are no finer. */
function startOf(day: string, timeZone: string): number {
  const quarter = 15 * 60 * 1000;
  let at = utcOf(day) - 15 * 60 * 60 * 1000;
  while (dayOf(at, timeZone) < day) at += quarter;
  return at;
}
