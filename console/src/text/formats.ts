import { locales } from "@hilo/schema/languages";
import { language } from "./language.ts";
import { texts } from "./texts.ts";

const t = texts({ es: { now: "ahora" }, en: { now: "now" } });

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, as short as a list has room for: now, 4 min, 2 h, yesterday, Tue, 12 Oct, 3 Sep 2025. */
export function relativeTime(at: number, now: number): string {
  const ago = now - at;
  if (ago < minute) return t.now;
  if (ago < hour) return duration(ago);
  const days = daysBetween(at, now);
  if (ago < 12 * hour || days === 0) return duration(Math.floor(ago / hour) * hour);
  if (days === 1) return relative().format(-1, "day");
  if (days < 7) return date({ weekday: "short" }).format(at).replace(".", "");
  return date(dateShape(at, now)).format(at);
}

/** The full date and time, for whoever hovers a relative one. */
export function exactTime(at: number): string {
  return `${date({ dateStyle: "full" }).format(at)}, ${clockTime(at)}`;
}

/** Hour and minute. */
export function clockTime(at: number): string {
  return date({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

/** A day as a thread's separator says it: today, yesterday, Tuesday 4 March, with the year when another. */
export function dayName(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days <= 1) return relative().format(-Math.max(0, days), "day");
  if (days < 7) return date({ weekday: "long" }).format(at);
  return date(withYear({ weekday: "long", day: "numeric", month: "long" }, at, now)).format(at);
}

/** A moment, mostly ahead: tomorrow 10:00, Mon 9:00, 12 Oct 9:00; with its year when that is another. */
export function upcoming(at: number, now: number): string {
  const days = daysBetween(now, at);
  const time = clockTime(at);
  if (Math.abs(days) <= 1) return `${relative().format(days, "day")} ${time}`;
  const shape = days > 0 && days < 7 ? ({ weekday: "short" } as const) : dateShape(at, now);
  return `${date(shape).format(at).replace(".", "")} ${time}`;
}

/** A day written YYYY-MM-DD: today, tomorrow, 12 Oct, 3 Sep 2027. */
export function calendarDay(day: string, now: number): string {
  const at = new Date(`${day}T00:00`).getTime();
  if (!Number.isFinite(at)) return day;
  const days = daysBetween(now, at);
  if (Math.abs(days) <= 1) return relative().format(days, "day");
  return date(dateShape(at, now)).format(at).replace(".", "");
}

/** A length of time in its two largest units: 45 s, 3 min 12 s, 1 h 06 min, 2 d 3 h. */
export function preciseDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (ms < hour) return pair(Math.floor(seconds / 60), "min", seconds % 60, "s");
  if (ms < day) return pair(Math.floor(ms / hour), "h", Math.floor((ms % hour) / minute), "min");
  return pair(Math.floor(ms / day), "d", Math.floor((ms % day) / hour), "h");
}

/** Where a sound is, as players show it: 0:07, 12:30. */
export function playTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** A length of time in its largest unit: 45 s, 9 min, 3 h, 2 d. */
export function duration(ms: number): string {
  if (ms < minute) return `${Math.max(0, Math.round(ms / 1000))} s`;
  if (ms < hour) return `${Math.floor(ms / minute)} min`;
  if (ms < day) return `${Math.floor(ms / hour)} h`;
  return `${Math.floor(ms / day)} d`;
}

/** A file's size: 214 kB, 3.2 MB. */
export function bytes(size: number): string {
  if (size < 1000) return `${number(size)} B`;
  if (size < 999_500) return `${number(Math.round(size / 1000))} kB`;
  return `${number(Math.round(size / 100_000) / 10)} MB`;
}

export function number(value: number): string {
  return cached("number", () => new Intl.NumberFormat(locale())).format(value);
}

/** A share of one, as a whole percentage. */
export function percent(share: number): string {
  // Chile's locale sets no space before the sign, where the Academy of Spanish asks for one.
  return cached("percent", () => new Intl.NumberFormat(language(), { style: "percent" })).format(
    share,
  );
}

/** Minor units of a currency, without decimals nobody reads. */
export function money(
  amount: number,
  currency: string,
  currencyDisplay: "narrowSymbol" | "code" = "narrowSymbol",
): string {
  const format = cached(`money ${currencyDisplay} ${currency}`, () => {
    const shape = { style: "currency", currency, currencyDisplay } as const;
    return new Intl.NumberFormat(locale(), shape);
  });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
  return format.format(amount / 10 ** digits);
}

/** The name of a country by its ISO 3166 code. */
export function country(code: string): string {
  return (
    cached("country", () => new Intl.DisplayNames(locale(), { type: "region" })).of(code) ?? code
  );
}

/** The flag of a country, as the pair of letters that draws it. */
export function flag(code: string): string {
  const letters = [...code.toUpperCase()].map((letter) => 127_397 + letter.charCodeAt(0));
  return String.fromCodePoint(...letters);
}

/** Several things in a sentence: Ana, Luis and Eva. */
export function list(words: readonly string[]): string {
  return cached("list", () => new Intl.ListFormat(locale())).format(words);
}

/** How many calendar days lie between two moments, here. */
export function daysBetween(from: number, to: number): number {
  return Math.round((midnight(to) - midnight(from)) / day);
}

const formats = new Map<string, unknown>();

function locale(): string {
  return locales[language()];
}

function date(shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return cached(`date ${JSON.stringify(shape)}`, () => new Intl.DateTimeFormat(locale(), shape));
}

function relative(): Intl.RelativeTimeFormat {
  return cached("relative", () => new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }));
}

function cached<F>(name: string, make: () => F): F {
  const key = `${language()} ${name}`;
  const known = formats.get(key) as F | undefined;
  if (known !== undefined) return known;
  const made = make();
  formats.set(key, made);
  return made;
}

/** A day of this year needs no year. */
function withYear(
  shape: Intl.DateTimeFormatOptions,
  at: number,
  now: number,
): Intl.DateTimeFormatOptions {
  const same = new Date(at).getFullYear() === new Date(now).getFullYear();
  return same ? shape : { ...shape, year: "numeric" };
}

function dateShape(at: number, now: number): Intl.DateTimeFormatOptions {
  return withYear({ day: "numeric", month: "short" }, at, now);
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  if (small === 0) return `${large} ${largeUnit}`;
  const padded = largeUnit === "h" ? String(small).padStart(2, "0") : String(small);
  return `${large} ${largeUnit} ${padded} ${smallUnit}`;
}
