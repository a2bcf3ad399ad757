import type { Token } from "./tokens.ts";

/** How many places the trained part's words are spread over. */
export const buckets = 8192;

const letters = 4;

/** The places of a text's words, pairs of words and runs of letters, each once. */
export function gramsOf(tokens: readonly Token[], from: "customer" | "business"): number[] {
  const words = tokens.map(({ kind, sound }) => (kind === "word" ? sound : `<${kind}>`));
  const found = new Set<number>();
  const add = (gram: string) => found.add(hash(`${from} ${gram}`));
  for (const [at, word] of words.entries()) {
    add(word);
    add(`${words[at - 1] ?? "^"} ${word}`);
    if (word.startsWith("<")) continue;
    const edged = `^${word}$`;
    for (let start = 0; start + letters <= edged.length; start += 1)
      add(`~${edged.slice(start, start + letters)}`);
  }
  return [...found];
}

/** FNV-1a. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    sum ^= text.charCodeAt(at);
    sum = Math.imul(sum, 0x01000193);
  }
  return (sum >>> 0) % buckets;
}
