import { LRUCache } from "lru-cache";
import { now } from "./clock.ts";

/** Who may do something, and how often. */
export type Rate = { key: string; perMinute: number };

/** How much of something may be spent by whom, in so many milliseconds. */
export type Budget = { key: string; most: number; ms: number };

const minute = 60_000;

/** What each has spent of late, in this instance; counting costs no read. */
const counts = new LRUCache<string, { count: number; until: number }>({ max: 20_000 });

/** Counts one more; false when that is too many for this minute. */
export function isWithinRate({ key, perMinute }: Rate): boolean {
  return spend({ key, most: perMinute, ms: minute });
}

/** Whether nothing is left of a budget. */
export function isSpent({ key, most }: Pick<Budget, "key" | "most">): boolean {
  const known = counts.get(key);
  return known !== undefined && known.until > now() && known.count >= most;
}

/** Takes something off a budget; false, and nothing taken, when there is not so much left of it. */
export function spend({ key, most, ms }: Budget, amount = 1): boolean {
  const known = counts.get(key);
  const current = known && known.until > now() ? known : { count: 0, until: now() + ms };
  const count = current.count + amount;
  if (count > most) return false;
  counts.set(key, { ...current, count });
  return true;
}
