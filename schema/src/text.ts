import * as z from "zod";
import { hasInk, withoutTurns } from "./visible.ts";

// Every text that a person or another program gives to the API is one of these. What comes from a provider is not:
// it is kept as it came.

/** Control characters, what ends a line or a paragraph, and halves of characters. */
const unwritten = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;

const notOneLine = "One line, without control characters";

function isOneLine(text: string): boolean {
  return !unwritten.test(text);
}

/** A text as it is, such as an id of another system or a password: one line, at most so many UTF-16 units. */
export function plain(most: number) {
  return z.string().max(most).refine(isOneLine, notOneLine);
}

/** One line as a person writes it: without spaces around it, and without what turns the direction of what follows. */
export function line(most: number) {
  return z
    .string()
    .overwrite((text) => withoutTurns(text).trim())
    .max(most)
    .refine(isOneLine, notOneLine);
}

/** A line by which something or somebody is called: something of it can be seen. */
export function name(most: number) {
  return line(most).min(1).refine(hasInk, "Nothing of this text can be seen");
}

/** Every way to end a line but one. */
const ends = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** What is left of control characters then, but the end of a line and the tab. */
const controls = /[^\P{Cc}\n\t]/gu;

/**
 * A text of several lines, ended by `\n`. Other control characters are left out, since nobody sees them who pastes
 * them; half a character is refused.
 */
export function lines(most: number) {
  return z
    .string()
    .overwrite((text) => text.replace(ends, "\n").replace(controls, ""))
    .max(most)
    .refine((text) => !/\p{Cs}/u.test(text), "Half a character is no text");
}
