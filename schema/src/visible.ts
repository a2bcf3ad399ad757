// What can be seen of a text. Unicode has letters without ink (U+3164), spaces of every width, marks that only steer
// how others are drawn, and some that turn the direction of all that follows them.

/** Anything but spaces, control characters and what Unicode says to draw nothing for; U+2800 is Braille without dots. */
const ink =
  /[^\s\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Surrogate}\u2800\ufff9-\ufffb\u{1d159}]/u;

/** Whether anything of a text can be seen. */
export function hasInk(text: string | undefined): text is string {
  return text !== undefined && ink.test(text);
}

/** Embeddings, overrides and isolates: what turns the text after it around. */
const turns = /[\u202a-\u202e\u2066-\u2069]/gu;

/** A text of which nothing turns around what stands after it. */
export function withoutTurns(text: string): string {
  return text.replace(turns, "");
}

/** A name as it can safely stand among other words, on one line; empty when nothing of it can be seen. */
export function visibleName(name: string | undefined): string {
  if (!hasInk(name)) return "";
  return withoutTurns(name)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** The mark of a character of which the other half is missing. */
const half = /[\ud800-\udbff]$/u;

let graphemes: Intl.Segmenter | undefined;

/** More parts (UTF-16 units) than this no character has that people write. */
const longestCharacter = 200;

/** The beginning of a text, at most so many UTF-16 units, with no character or emoji cut in half. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  graphemes ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const from = Math.max(0, most - longestCharacter);
  const near = graphemes.segment(text.slice(from, most + longestCharacter));
  const end = from + (near.containing(most - from)?.index ?? 0);
  return end > from ? text.slice(0, end) : text.slice(0, most).replace(half, "");
}
