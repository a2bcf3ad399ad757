import { dayOf } from "@hilo/schema";

const hourMs = 60 * 60 * 1000;

/** Noon of the day that it is in a time zone now, in milliseconds, as far before its end. */
export function noonOf(timeZone: string): number {
  const today = dayOf(Date.now(), timeZone);
  let end = Date.now();
  while (dayOf(end, timeZone) === today) end += hourMs;
  return end - 12 * hourMs;
}
