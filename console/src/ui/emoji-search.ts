import { inEach, type Language, languages } from "@hilo/schema/languages";
import { plain } from "../text/plain.ts";

/** An emoji, how it is called in each language, and what else it is found by. */
export type Emoji = {
  emoji: string;
  names: Record<Language, string>;
  found: readonly string[];
};

/** Reads a table with one emoji a line: itself, its name in each language, further words. */
export function readEmoji(table: string): Emoji[] {
  const lines = table.split("\n").filter((line) => line !== "");
  return lines.map((line) => {
    const [emoji = "", ...words] = line.split("|");
    const names = inEach((one) => words[languages.indexOf(one)] ?? "");
    return { emoji, names, found: wordsOf(words.join(" ")) };
  });
}

/**
 * Those of which some word, in any language, begins with each word searched for, accents and capitals aside; first
 * those that are called so.
 */
export function searchEmoji(all: readonly Emoji[], searched: string): readonly Emoji[] {
  const words = wordsOf(searched);
  if (words.length === 0) return all.filter(({ emoji }) => emoji.includes(searched.trim()));
  const begins = (among: readonly string[]) =>
    words.every((word) => among.some((one) => one.startsWith(word)));
  const found = all.filter((one) => begins(one.found));
  const isCalled = ({ names }: Emoji) => languages.some((one) => begins(wordsOf(names[one])));
  const called = new Set(found.filter(isCalled));
  return [...called, ...found.filter((one) => !called.has(one))];
}

function wordsOf(text: string): string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
