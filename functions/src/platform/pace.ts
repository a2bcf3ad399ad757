import { LRUCache } from "lru-cache";
import { now } from "./clock.ts";

/** Who may do something, and how often. */
export type Pace = { key: string; perMinute: number };

const minute = 60_000;

/** What each has done in a minute, in this instance; counting costs no read. */
const counts = new LRUCache<string, { count: number; until: number }>({ max: 20_000 });

/** Counts one more; false when that is too many for this minute. */
export function keepsPace({ key, perMinute }: Pace): boolean {
  const known = counts.get(key);
  const current = known && known.until > now() ? known : { count: 0, until: now() + minute };
  counts.set(key, { ...current, count: current.count + 1 });
  return current.count < perMinute;
}
