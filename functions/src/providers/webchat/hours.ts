import { dayStart, type Language, languages } from "@hilo/schema";

/** The week in minutes, beginning with Monday 00:00; ranges in order, the end not included. */
export type Week = readonly { from: number; to: number }[];

const day = 24 * 60;
const week = 7 * day;

/** The first letters of each day, Monday first. */
const names: Record<Language, readonly string[]> = {
  es: ["lun", "mar", "mie", "jue", "vie", "sab", "dom"],
  en: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
};

/**
 * Opening hours such as `mon-fri 09:00-18:00; sat 10:00-14:00`, in Spanish or English; empty means always open
 * (undefined). Throws with the part that cannot be read.
 */
export function hoursFrom(text: string): Week | undefined {
  const parts = text.split(/[;\n]/).map((part) => part.trim());
  const ranges = parts.filter(Boolean).flatMap(rangesOf);
  return ranges.length > 0 ? ranges.sort((a, b) => a.from - b.from) : undefined;
}

const form =
  /^([a-z]{3})[a-z]*(?:\s*-\s*([a-z]{3})[a-z]*)?\s+(\d{1,2}):(\d\d)\s*-\s*(\d{1,2}):(\d\d)$/;

function rangesOf(part: string): Week {
  const plain = part.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const [, first = "", last = first, ...clock] = form.exec(plain) ?? [];
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = clock.map(Number);
  const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
  const days = daysBetween(dayOf(first), dayOf(last));
  const right = days && fromMinute < 60 && toMinute < 60 && from < to && to <= day;
  if (!right) throw new RangeError(`"${part}" is not like mon-fri 09:00-18:00`);
  return days.map((one) => ({ from: one * day + from, to: one * day + to }));
}

function dayOf(name: string): number {
  const week = languages.map((one) => names[one]).find((days) => days.includes(name)) ?? [];
  return week.indexOf(name);
}

function daysBetween(first: number, last: number): number[] | undefined {
  if (first < 0 || last < 0) return undefined;
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => (first + i) % 7);
}

/** Whether a moment (ms) lies in the hours, as clocks in a time zone show it. */
export function isOpen(hours: Week | undefined, at: number, timeZone: string): boolean {
  if (!hours) return true;
  const minute = minuteOf(at, timeZone);
  return hours.some(({ from, to }) => from <= minute && minute < to);
}

/** When somebody will next be there (ms); null when that is now. */
export function opensAt(hours: Week | undefined, at: number, timeZone: string): number | null {
  if (!hours || isOpen(hours, at, timeZone)) return null;
  return Math.min(...hours.map(({ from }) => nextTime(from, at, timeZone)));
}

/** The hours from the day of a moment (ms) on, for a week, as moments; none where somebody is always there. */
export function weekFrom(
  hours: Week | undefined,
  at: number,
  timeZone: string,
): { from: number; to: number }[] {
  const begin = dayStart(at, timeZone);
  const moments = (hours ?? []).map((range) => {
    const from = nextTime(range.from, begin, timeZone);
    return { from, to: nextTime(range.to - 1, from, timeZone) + 60_000 };
  });
  return moments.sort((a, b) => a.from - b.from);
}

/** When clocks in a time zone show a minute of the week for the first time from a moment (ms) on. */
function nextTime(minute: number, at: number, timeZone: string): number {
  const begin = minuteOf(at, timeZone);
  const wait = (minute - begin + week) % week;
  const found = Math.floor(at / 60_000) * 60_000 + wait * 60_000;
  // Where the clocks change in between, the hour they are moved by is taken back.
  const off = (minuteOf(found, timeZone) - begin - wait + 2 * week) % week;
  return found - (off > week / 2 ? off - week : off) * 60_000;
}

/** The minute of the week that clocks in a time zone show. */
function minuteOf(at: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const index = dayOf(part("weekday").toLowerCase());
  return index * day + (Number(part("hour")) % 24) * 60 + Number(part("minute"));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  });
  formats.set(timeZone, made);
  return made;
}
