import type { Tone } from "./tag.ts";

const tones: readonly Tone[] = ["info", "good", "accent", "warning", "neutral"];

/** The colour of a tag that people made: always the same for the same word. */
export function toneOf(tag: string): Tone {
  let sum = 0;
  for (const letter of tag) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return tones[sum % tones.length] ?? "neutral";
}
