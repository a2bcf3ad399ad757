import { hourOf } from "@hilo/schema";
import type { Dialogue, Line } from "./dialogue.ts";
import { timeZone } from "./workspace.ts";

const minute = 60 * 1000;
const day = 24 * 60 * minute;

/** When each line of a dialogue was written, in milliseconds; the last one when the dialogue ended. */
export function timesOf({ lines, ended }: Dialogue, now: number): number[] {
  const end = "days" in ended ? dayTime(now, ended.days, ended.at) : now - ended.minutes * minute;
  const gaps = lines.map((line, index) => (index === 0 ? 0 : gapBefore(line, index)));
  return lines.map((_, index) => end - sum(gaps.slice(index + 1)));
}

/** When a conversation snoozed for so many hours from now wakes up, at the full hour. */
export function snoozedUntil(now: number, hours: number): number {
  return Math.ceil((now + hours * 60 * minute) / (60 * minute)) * 60 * minute;
}

function gapBefore(line: Line, index: number): number {
  if (line.from === "system") return (line.after ?? 0) * minute + 1000;
  return (line.after ?? 1 + ((index * 7 + line.text.length) % 5)) * minute + 20_000;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** A time of the day so many days ago; off by an hour at most where the clocks changed in between. */
function dayTime(now: number, daysAgo: number, clock: string): number {
  const [hour = 0, minutes = 0] = clock.split(":").map(Number);
  const then = now - daysAgo * day;
  const away = (hour - hourOf(then, timeZone)) * 60 + minutes - new Date(then).getUTCMinutes();
  return then + away * minute;
}
