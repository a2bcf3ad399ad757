import * as z from "zod";

/** How many documents share one day's counting, chosen by conversation. */
export const statsShards = 8;

/** Upper bounds of the response-time histogram, in milliseconds; the last bucket is open. */
export const responseBuckets = [
  15_000, 30_000, 60_000, 120_000, 180_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000,
  7_200_000, 14_400_000, 28_800_000, 86_400_000,
] as const;

const count = z.number().int();

/** `workspaces/{w}/stats/{yyyymmdd}-{shard}` and its nightly fold `stats/{yyyymmdd}`; day in the workspace's zone. */
export const Stats = z.object({
  day: z.string().regex(/^\d{8}$/),
  received: count.default(0),
  sent: count.default(0),
  conversations: count.default(0),
  resolved: count.default(0),
  leads: count.default(0),
  /** Hour of the day → messages received. */
  receivedByHour: z.record(z.string(), count).default({}),
  receivedByPlatform: z.record(z.string(), count).default({}),
  /** First responses: count and sum of waiting, in ms; min and max; histogram by `responseBuckets` index. */
  responses: count.default(0),
  responseMs: count.default(0),
  responseMin: count.optional(),
  responseMax: count.optional(),
  responseHistogram: z.record(z.string(), count).default({}),
  /** Only on the fold: messages counted again from the threads, to be compared with `received`. */
  recounted: count.optional(),
});
export type Stats = z.infer<typeof Stats>;

/** The histogram bucket of a response time. */
export function bucketOf(ms: number): number {
  const found = responseBuckets.findIndex((bound) => ms <= bound);
  return found === -1 ? responseBuckets.length : found;
}

/** A percentile (0–1) read from a histogram, as its bucket's upper bound in ms; null when empty. */
export function percentile(histogram: Record<string, number>, share: number): number | null {
  const counts = Array.from({ length: responseBuckets.length + 1 }, (_, i) => histogram[i] ?? 0);
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (total === 0) return null;
  let seen = 0;
  const index = counts.findIndex((n) => {
    seen += n;
    return seen >= total * share;
  });
  return responseBuckets[Math.min(index, responseBuckets.length - 1)] ?? null;
}

/** Adds up shards of one day. */
export function foldStats(day: string, shards: readonly Stats[]): Stats {
  return shards.reduce(addStats, nothingOn(day));
}

/** A day on which nothing happened; spelled out, so that a browser can fold without the schema library. */
function nothingOn(day: string): Stats {
  return {
    day,
    received: 0,
    sent: 0,
    conversations: 0,
    resolved: 0,
    leads: 0,
    receivedByHour: {},
    receivedByPlatform: {},
    responses: 0,
    responseMs: 0,
    responseHistogram: {},
  };
}

function addStats(sum: Stats, shard: Stats): Stats {
  const folded: Stats = {
    ...sum,
    received: sum.received + shard.received,
    sent: sum.sent + shard.sent,
    conversations: sum.conversations + shard.conversations,
    resolved: sum.resolved + shard.resolved,
    leads: sum.leads + shard.leads,
    responses: sum.responses + shard.responses,
    responseMs: sum.responseMs + shard.responseMs,
    receivedByHour: addCounts(sum.receivedByHour, shard.receivedByHour),
    receivedByPlatform: addCounts(sum.receivedByPlatform, shard.receivedByPlatform),
    responseHistogram: addCounts(sum.responseHistogram, shard.responseHistogram),
  };
  const mins = [sum.responseMin, shard.responseMin].filter((ms) => ms !== undefined);
  const maxs = [sum.responseMax, shard.responseMax].filter((ms) => ms !== undefined);
  if (mins.length > 0) folded.responseMin = Math.min(...mins);
  if (maxs.length > 0) folded.responseMax = Math.max(...maxs);
  return folded;
}

function addCounts(a: Record<string, number>, b: Record<string, number>): Record<string, number> {
  const sum = { ...a };
  for (const [key, n] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + n;
  return sum;
}
