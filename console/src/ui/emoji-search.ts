import { plain } from "../text/plain.ts";

/** An emoji, how it is called in each language, and what else it is found by. */
export type Emoji = { emoji: string; es: string; en: string; found: readonly string[] };

/** Reads a table with one emoji a line: itself, its Spanish name, its English name, further words. */
export function readEmoji(table: string): Emoji[] {
  const lines = table.split("\n").filter((line) => line !== "");
  return lines.map((line) => {
    const [emoji = "", es = "", en = "", further = ""] = line.split("|");
    return { emoji, es, en, found: wordsOf(`${es} ${en} ${further}`) };
  });
}

/**
 * Those of which some word, in either language, begins with each word searched for, accents and capitals aside; first
 * those that are called so.
 */
export function searchEmoji(all: readonly Emoji[], searched: string): readonly Emoji[] {
  const words = wordsOf(searched);
  if (words.length === 0) return all.filter(({ emoji }) => emoji.includes(searched.trim()));
  const begins = (among: readonly string[]) =>
    words.every((word) => among.some((one) => one.startsWith(word)));
  const found = all.filter((one) => begins(one.found));
  const called = new Set(found.filter(({ es, en }) => begins(wordsOf(es)) || begins(wordsOf(en))));
  return [...called, ...found.filter((one) => !called.has(one))];
}

function wordsOf(text: string): string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
