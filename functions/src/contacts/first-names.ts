/** Words that stand before a name and are none. */
const titles = new Set([
  "sr",
  "sra",
  "srta",
  "don",
  "dona",
  "dr",
  "dra",
  "mr",
  "mrs",
  "ms",
  "prof",
]);

/**
 * Whether two names are of different people, as far as their first names say: "Ana Pérez" and "Pedro Pérez" are, "Ana"
 * and "Pérez, Ana" are not, and a name that is none contradicts nothing.
 */
export function contradict(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const [first, second] = [a[0], b[0]];
  if (first === undefined || second === undefined) return false;
  return !(isAmong(first, b) && isAmong(second, a));
}

function wordsOf(name: string): string[] {
  if (name.includes("@")) return [];
  const [last = "", ...first] = name.split(",");
  const words =
    [...first, last]
      .join(" ")
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return words.filter((word) => !titles.has(word));
}

/** An initial, or the beginning of a name, stands for it. */
function isAmong(word: string, words: readonly string[]): boolean {
  return words.some((one) => one.startsWith(word) || word.startsWith(one));
}
