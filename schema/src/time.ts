import * as z from "zod";

/**
 * Milliseconds since the epoch, as an integer: for times that concurrent writers settle with
 * Firestore's `maximum` and `minimum`, which compare numbers only. None is later than a `Date` can be.
 */
export const Millis = z.number().int().nonnegative().max(8.64e15);
export type Millis = z.infer<typeof Millis>;

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
  return dayFormat(timeZone).format(at).replaceAll("-", "");
}

/** The hour of the day (0–23) of a moment in a time zone. */
export function hourOf(at: Millis, timeZone: string): number {
  return Number(hourFormat(timeZone).format(at)) % 24;
}

/** Zones and their changes are no finer than this, in milliseconds. */
const quarter = 15 * 60 * 1000;
const hours = 4 * quarter;

/** The calendar day so many days after another (yyyymmdd), or before it. */
export function dayAfter(day: string, days = 1): string {
  return dayOf(utcOf(day) + days * 24 * hours, "UTC");
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

const formats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  return format(`day ${timeZone}`, { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
}

function hourFormat(timeZone: string): Intl.DateTimeFormat {
  return format(`hour ${timeZone}`, { timeZone, hour: "2-digit", hour12: false });
}

function format(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", options);
  formats.set(key, made);
  return made;
}
