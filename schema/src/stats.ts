import * as z from "zod";
import { hourOf, type Millis, Time } from "./time.ts";

/** How many documents share one day's counting, chosen by conversation, where the workspace's settings say nothing. */
export const statsShards = 8;

/**
 * So many days before today are still counted into, and folded each night: Meta tells for seven days what it could not
 * deliver. Older days are closed: nothing counts into them any more.
 */
export const openDays = 8;

/** Upper bounds of the response-time histogram, in milliseconds; the last bucket is open. */
export const responseBuckets = [
  15_000, 30_000, 60_000, 120_000, 180_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000,
  7_200_000, 14_400_000, 28_800_000, 86_400_000,
] as const;

/** Documents of a workspace that count on the day of one of their times (ms). */
export type Rows = {
  readonly of: "conversations" | "conversations/{conversationId}/messages" | "leads";
  readonly at: string;
  /** What a field must be. */
  readonly where?: { readonly field: string; readonly is: string };
  /** What else is looked at to tell whether one counts, and whether it does. */
  readonly fields?: readonly string[];
  counts?(row: Readonly<Record<string, unknown>>): boolean;
};

export const rowsOfMessages = "conversations/{conversationId}/messages";
const sent = {
  of: rowsOfMessages,
  at: "providerAt",
  where: { field: "direction", is: "outbound" },
  fields: ["kind", "uncounted", "waitedSince"],
  counts: ({ kind, uncounted }) => kind !== "reaction" && uncounted === undefined,
} as const satisfies Rows;

/** Everything that counts, by what its rows are called. */
export const countedRows = {
  received: { of: rowsOfMessages, at: "providerAt", where: { field: "direction", is: "inbound" } },
  sent,
  answers: { ...sent, counts: (row) => sent.counts(row) && row.waitedSince !== undefined },
  begun: { of: "conversations", at: "begunAt" },
  resolved: { of: "conversations", at: "resolvedAt" },
  leads: { of: "leads", at: "openedAt" },
} as const satisfies Record<string, Rows>;
export type CountedRows = keyof typeof countedRows;

/** What is known of a row when it counts. */
export type Fact = { at: Millis; timeZone: string; platform: string; waitedMs: Millis };

/** How the values of a counter come together: they are added up, or the least or greatest stays; `map`: one per key. */
export type Counter = { readonly rows: CountedRows } & (
  | { readonly kind: "sum"; readonly recount: "count" | ((fact: Fact) => number) }
  | { readonly kind: "min" | "max"; readonly recount: (fact: Fact) => number }
  | { readonly kind: "map"; readonly recount: (fact: Fact) => string }
);

/**
 * Every counter: its kind, the query of its rows, and how these are counted: by their number, or by what each of them
 * adds, when it happens and when the night counts it again. What counts, folds, recounts and reads knows no other list.
 */
export const counters = {
  received: { kind: "sum", rows: "received", recount: "count" },
  sent: { kind: "sum", rows: "sent", recount: "count" },
  conversations: { kind: "sum", rows: "begun", recount: "count" },
  resolved: { kind: "sum", rows: "resolved", recount: "count" },
  leads: { kind: "sum", rows: "leads", recount: "count" },
  /** By the hour of the day. */
  receivedByHour: {
    kind: "map",
    rows: "received",
    recount: ({ at, timeZone }) => String(hourOf(at, timeZone)),
  },
  receivedByPlatform: { kind: "map", rows: "received", recount: ({ platform }) => platform },
  /** How many waits were ended by an answer, and how long they were (ms). */
  responses: { kind: "sum", rows: "answers", recount: "count" },
  responseMs: { kind: "sum", rows: "answers", recount: ({ waitedMs }) => waitedMs },
  responseMin: { kind: "min", rows: "answers", recount: ({ waitedMs }) => waitedMs },
  responseMax: { kind: "max", rows: "answers", recount: ({ waitedMs }) => waitedMs },
  /** By the index in `responseBuckets`. */
  responseHistogram: {
    kind: "map",
    rows: "answers",
    recount: ({ waitedMs }) => String(bucketOf(waitedMs)),
  },
} as const satisfies Record<string, Counter>;

type Table = typeof counters;
export type CounterName = keyof Table;
type OfKind<K extends Counter["kind"]> = {
  [N in CounterName]: Table[N]["kind"] extends K ? N : never;
}[CounterName];

/** The value of every counter; of those that keep an extreme only where there is one. */
export type DayCounts = { [N in OfKind<"sum">]: number } & {
  [N in OfKind<"map">]: Record<string, number>;
} & { [N in OfKind<"min" | "max">]?: number | undefined };

export type CounterValue = number | Readonly<Record<string, number>> | undefined;

/** The table by its entries. */
export const counterEntries = Object.entries(counters) as [CounterName, Counter][];

const Sum = z.number().int().default(0);
const Extreme = z.number().int().optional();
const Keyed = z.record(z.string(), z.number().int()).default({});
const shapes = { sum: Sum, min: Extreme, max: Extreme, map: Keyed };
const countsShape = /* @__PURE__ */ shapesOf();

function shapesOf() {
  const entries = counterEntries.map(([name, { kind }]) => [name, shapes[kind]]);
  return Object.fromEntries(entries) as {
    [N in CounterName]: (typeof shapes)[Table[N]["kind"]];
  };
}

const Day = z.string().regex(/^\d{8}$/);

/**
 * `workspaces/{w}/stats/{yyyymmdd}-{shard}`, what was counted on a day in the workspace's zone, and its nightly fold
 * `stats/{yyyymmdd}`, which is counted again from the rows themselves.
 */
export const Stats = z.object({
  day: Day,
  ...countsShape,
  /** Of a shard: the minute in which it last counted something. */
  changedAt: Time.optional(),
  /** Of a fold: when its shards were read. */
  foldedAt: Time.optional(),
});
export type Stats = z.infer<typeof Stats>;

/** `workspaces/{w}/stats/now`: the shards of one day added up each minute, so that who looks reads one document. */
export const StatsNow = z.object({ today: Day, ...countsShape });
export type StatsNow = z.infer<typeof StatsNow>;

/** `workspaces/{w}/stats/{yyyymm}`: the folds of a month, by day (dd). */
export const StatsMonth = z.object({
  month: z.string().regex(/^\d{6}$/),
  days: z.record(z.string().regex(/^\d{2}$/), z.object(countsShape)),
});
export type StatsMonth = z.infer<typeof StatsMonth>;

/** Whatever stands in `stats`. */
export const StatsDocument = z.union([Stats, StatsNow, StatsMonth]);

/** The table by the rows that count. */
const countersOf = /* @__PURE__ */ byRows();

function byRows() {
  const rows = Object.keys(countedRows) as CountedRows[];
  const own = (one: CountedRows) => counterEntries.filter(([, counter]) => counter.rows === one);
  return new Map(rows.map((one) => [one, own(one)]));
}

/** What one row counts for: of a map, one under its key. */
export function countsOf(rows: CountedRows, fact: Fact): Partial<DayCounts> {
  const own = countersOf.get(rows) ?? [];
  return Object.fromEntries(own.map(([name, counter]) => [name, valueIn(counter, fact)]));
}

function valueIn(counter: Counter, fact: Fact): CounterValue {
  if (counter.recount === "count") return 1;
  return counter.kind === "map" ? { [counter.recount(fact)]: 1 } : counter.recount(fact);
}

/** Brings counts together; nothing at all is a zero of every counter. */
export function foldCounts(all: readonly Partial<DayCounts>[]): DayCounts {
  const folded = counterEntries.flatMap(([name, { kind }]) => {
    const value = together(
      kind,
      all.map((counts) => counts[name]),
    );
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(folded);
}

function together(kind: Counter["kind"], values: readonly CounterValue[]): CounterValue {
  if (kind === "map") return mapsTogether(values);
  const numbers = values.filter((value) => typeof value === "number");
  if (kind === "sum") return numbers.reduce((sum, n) => sum + n, 0);
  const extreme = kind === "min" ? Math.min : Math.max;
  return numbers.length === 0 ? undefined : numbers.reduce((one, other) => extreme(one, other));
}

/** What was taken back to nothing has no key. */
function mapsTogether(values: readonly CounterValue[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const map of values.filter((value) => typeof value === "object"))
    for (const [key, n] of Object.entries(map)) sum[key] = (sum[key] ?? 0) + n;
  return Object.fromEntries(Object.entries(sum).filter(([, n]) => n !== 0));
}

/** How long the customer waited for an answer (ms); null when it is none. */
export function waitedMs(answer: {
  providerAt: Millis;
  waitedSince?: Millis | undefined;
}): Millis | null {
  const { providerAt, waitedSince } = answer;
  return waitedSince === undefined ? null : Math.max(0, providerAt - waitedSince);
}

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
