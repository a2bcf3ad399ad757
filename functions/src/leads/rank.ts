import { randomInt } from "node:crypto";
import type { Millis } from "@hilo/schema";
import { generateKeyBetween } from "fractional-indexing";

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** As many digits as hold the milliseconds of six thousand years; the letter before them tells how many they are. */
const places = 8;
const length = "h";

/**
 * The rank of whoever enters a column at its end: by the time, so that nothing has to be read. It stands after all that
 * came before it, wherever these have been moved since.
 */
export function rankAt(at: Millis): string {
  let rest = at;
  let written = "";
  for (let place = 0; place < places; place += 1) {
    written = digits[rest % digits.length] + written;
    rest = Math.floor(rest / digits.length);
  }
  return `${length}${written}${chance()}`;
}

/**
 * A rank between two others; null: there is none on that side. Of two that are the same there is none between: then it
 * is that of both, and their ids tell which comes first.
 */
export function rankBetween(above: string | null, below: string | null): string {
  if (above !== null && below !== null && above >= below) return above;
  const between = generateKeyBetween(above, below);
  const apart = between + chance();
  return below === null || apart < below ? apart : between;
}

/** Two who choose the same place at once come to stand in two. */
function chance(): string {
  const any = () => digits[randomInt(digits.length)];
  // No rank ends with the least digit: there would be none between it and its beginning.
  return `${any()}${any()}${digits[1 + randomInt(digits.length - 1)]}`;
}
