import { plain } from "../text/plain.ts";

/** Spanish and Portuguese letters that people leave the mark off when they type. */
const marked: Record<string, readonly string[]> = {
  a: ["á", "ã"],
  c: ["ç"],
  e: ["é"],
  i: ["í"],
  n: ["ñ"],
  o: ["ó", "õ"],
  u: ["ú", "ü"],
};
/** As many questions as one pause in typing may cost. */
const most = 36;
/** Nobody is searched for by more letters of a first name. */
const longest = 60;

/**
 * How a name may be stored whose first word begins with what was typed: Firestore compares letter by letter, with
 * capitals and accents. A word has one accent at most, so each place is tried by itself.
 */
export function namePrefixes(typed: string): string[] {
  const [word = ""] = typed.trim().slice(0, longest).normalize("NFC").split(/\s+/u);
  const letters = [...plain(word).normalize("NFC")];
  const bare = letters.join("");
  const accented = letters.flatMap((letter, at) =>
    (marked[letter] ?? []).map((other) => letters.with(at, other).join("")),
  );
  const spelt = [word.toLowerCase(), bare, ...accented].filter((one) => one !== "");
  return [...new Set(spelt.flatMap((one) => [titled(one), one, one.toUpperCase()]))].slice(0, most);
}

/** Whether a name has a word that begins with each word typed, the first one its first; accents aside. */
export function isNamed(name: string, typed: string): boolean {
  const words = wordsOf(name);
  const [first = "", ...others] = wordsOf(typed);
  return (
    words[0]?.startsWith(first) === true &&
    others.every((other) => words.slice(1).some((word) => word.startsWith(other)))
  );
}

function titled(word: string): string {
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.join("");
}

function wordsOf(text: string): string[] {
  return plain(text).trim().split(/\s+/u);
}
