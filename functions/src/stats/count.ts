import {
  type CountedRows,
  type CounterName,
  type CounterValue,
  counters,
  countsOf,
  type DayCounts,
  dayAfter,
  dayOf,
  type Millis,
  openDays,
  type Platform,
} from "@hilo/schema";
import { now } from "../platform/clock.ts";
import { FieldValue, type Writer } from "../platform/firestore.ts";
import type { Counting } from "../settings/settings.ts";
import { shardOf } from "./store.ts";

/** Where and when something countable happened. */
export type Occasion = Counting & { conversationId: string; at: Millis };

/** What happened: a message by a platform, an answer after so long a wait (ms), and what is told by its name alone. */
export type Happened = {
  [R in CountedRows]?: R extends "received" ? Platform : R extends "answers" ? Millis : true;
};

/** Counts what happened, in the commit that makes it so. Nothing counts on a day that is closed. */
export function count(write: Writer, occasion: Occasion, happened: Happened): void {
  add(write, occasion, increments(happenedIn(occasion, happened), 1));
}

/**
 * Takes back what was counted, in the commit that makes it untrue. Whether it was the least or the greatest of its day
 * is told by nothing that is added up: the night counts those anew.
 */
export function uncount(write: Writer, occasion: Occasion, happened: Happened): void {
  add(write, occasion, increments(happenedIn(occasion, happened), -1));
}

/** A counter has rows of one name, so that no two of these tell of the same one. */
function happenedIn({ at, timeZone }: Occasion, happened: Happened): Partial<DayCounts> {
  const facts = {
    at,
    timeZone,
    platform: happened.received ?? "",
    waitedMs: happened.answers ?? 0,
  };
  const rows = Object.keys(happened) as CountedRows[];
  return Object.assign({}, ...rows.map((one) => countsOf(one, facts)));
}

function increments(counts: Partial<DayCounts>, times: 1 | -1): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(counts) as [CounterName, CounterValue][]) {
    const change = changeOf(name, value, times);
    if (change !== undefined) changes[name] = change;
  }
  return changes;
}

function changeOf(name: CounterName, value: CounterValue, times: 1 | -1): unknown {
  const { kind } = counters[name];
  if (typeof value === "object") return mapIncrements(value, times);
  if (value === undefined || (kind === "sum" && value === 0)) return undefined;
  if (kind === "sum") return FieldValue.increment(times * value);
  if (times < 0) return undefined;
  return kind === "min" ? FieldValue.minimum(value) : FieldValue.maximum(value);
}

function mapIncrements(map: Readonly<Record<string, number>>, times: 1 | -1) {
  const keys = Object.entries(map).map(([key, n]) => [key, FieldValue.increment(times * n)]);
  return keys.length === 0 ? undefined : Object.fromEntries(keys);
}

const minute = 60_000;

function add(write: Writer, occasion: Occasion, counts: Record<string, unknown>): void {
  const day = dayOf(occasion.at, occasion.timeZone);
  if (isClosed(occasion, day)) return;
  // The minute alone, so that its index changes once a minute at most.
  const changedAt = new Date(Math.floor(now() / minute) * minute);
  write.set(shardOf(occasion, day), { day, changedAt, ...counts }, { merge: true });
}

/** What is younger than so many whole days is on an open one in every zone, and needs no calendar. */
function isClosed({ at, timeZone }: Occasion, day: string): boolean {
  if (at > now() - (openDays - 1) * 24 * 60 * minute) return false;
  return day < dayAfter(dayOf(now(), timeZone), -openDays);
}
