import { dayOf, type Millis, percentile, responseBuckets, type Stats } from "@hilo/schema";
import { LRUCache } from "lru-cache";
import { now } from "../platform/clock.ts";
import { zoneOf } from "../settings/settings.ts";
import { responsesOn } from "../stats/responses.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What can be promised honestly: some minutes, a quarter of an hour, an hour, some hours, a day. */
const steps = [5 * minute, 15 * minute, hour, 4 * hour, day];

/** So many days of answers are looked at, and so many answers are needed to say anything. */
const days = 7;
const fewest = 10;

/** Kept for some minutes per instance: who opens a chat costs nothing more. */
const cache = new LRUCache<string, { usual: Millis | null }>({
  max: 1000,
  ttl: 10 * minute,
  ignoreFetchAbort: true,
  fetchMethod: async (workspaceId) => {
    const timeZone = await zoneOf(workspaceId);
    const looked = Array.from({ length: days }, (_, i) => dayOf(now() - i * day, timeZone));
    return { usual: usualOf(await responsesOn(workspaceId, looked)) };
  },
});

/** How soon half of the customers of a workspace were answered of late (ms), in steps; null when nobody can say. */
export async function usualResponse(workspaceId: string): Promise<Millis | null> {
  return (await cache.fetch(workspaceId))?.usual ?? null;
}

/** The step that the median of these answers stays within; null for too few, or too late ones. */
export function usualOf({
  responses,
  responseHistogram,
}: Pick<Stats, "responses" | "responseHistogram">): Millis | null {
  const later = responseHistogram[responseBuckets.length] ?? 0;
  if (responses < fewest || later * 2 > responses) return null;
  const median = percentile(responseHistogram, 0.5);
  return median === null ? null : (steps.find((step) => median <= step) ?? null);
}

/** Forgets what is kept, for tests. */
export function forgetUsual(): void {
  cache.clear();
}
