import * as z from "zod";

/**
 * Milliseconds since the epoch, as an integer: for times that concurrent writers settle with
 * Firestore's `maximum` and `minimum`, which compare numbers only. None is later than a `Date` can be.
 */
export const Millis = z.number().int().nonnegative().max(8.64e15);
export type Millis = z.infer<typeof Millis>;

/** Milliseconds of a time that Firestore can keep as a Timestamp: to the end of the year 9999. */
export const StorableMillis = Millis.max(Date.UTC(9999, 11, 31, 23, 59, 59, 999));

/** A point in time kept as a Firestore Timestamp and read as a `Date`. */
export const Time = z.date();

/** An IANA time zone, such as America/Santiago. */
export const TimeZone = z.string().refine(isTimeZone, "Not an IANA time zone");

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The calendar day of a moment in a time zone, as yyyymmdd. */
export function dayOf(at: Millis, timeZone: string): string {
  return told(dayFormat(timeZone), at).replaceAll("-", "");
}

/** The hour of the day (0–23) of a moment in a time zone. */
export function hourOf(at: Millis, timeZone: string): number {
  return Number(told(hourFormat(timeZone), at)) % 24;
}

/** Zones and their changes are no finer than this, in milliseconds. */
const quarter = 15 * 60 * 1000;
const hours = 4 * quarter;

/** The calendar day so many days after another (yyyymmdd), or before it. */
export function dayAfter(day: string, days = 1): string {
  const other = new Date(utcOf(day) + days * 24 * hours);
  return other.toISOString().slice(0, 10).replaceAll("-", "");
}

/** The first moment of a calendar day (yyyymmdd) in a time zone, and of the day after. */
export function dayBounds(day: string, timeZone: string): { start: Millis; end: Millis } {
  return { start: startOf(day, timeZone), end: startOf(dayAfter(day), timeZone) };
}

/** The first moment of the calendar day that a moment lies in, in a time zone. */
export function dayStart(at: Millis, timeZone: string): Millis {
  return startOf(dayOf(at, timeZone), timeZone);
}

/** No zone is further ahead than 14 hours, nor further behind than 12. */
function startOf(day: string, timeZone: string): Millis {
  let at = utcOf(day) - 15 * hours;
  while (dayOf(at, timeZone) < day) at += quarter;
  return at;
}

function utcOf(day: string): Millis {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8)));
}

/** A format, and what it told last: those who count ask for the same quarter of an hour again and again. */
type Clock = { format: Intl.DateTimeFormat; quarter: number; text: string };

const clocks = new Map<string, Clock>();

/** What a clock shows at a moment. */
function told(clock: Clock, at: Millis): string {
  const current = Math.floor(at / quarter);
  if (clock.quarter !== current)
    Object.assign(clock, { quarter: current, text: clock.format.format(at) });
  return clock.text;
}

function dayFormat(timeZone: string): Clock {
  return clockOf(`day ${timeZone}`, {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
}

function hourFormat(timeZone: string): Clock {
  return clockOf(`hour ${timeZone}`, { timeZone, hour: "2-digit", hour12: false });
}

function clockOf(key: string, options: Intl.DateTimeFormatOptions): Clock {
  const known = clocks.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", options);
  const made = { format, quarter: Number.NaN, text: "" };
  clocks.set(key, made);
  return made;
}
