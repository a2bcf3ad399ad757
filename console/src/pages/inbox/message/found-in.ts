import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { plain } from "../../../text/plain.ts";

/** Where something was found in a text: from here, to there. */
export type Found = readonly [from: number, to: number];

/** Every place in a text where the words stand, accents, capitals and kinds of spaces aside. */
export function foundIn(text: string, words: string): Found[] {
  const searched = folded(words.trim()).text;
  if (searched === "") return [];
  const { text: whole, from } = folded(text);
  const found: Found[] = [];
  let at = whole.indexOf(searched);
  while (at >= 0) {
    const end = at + searched.length;
    found.push([from[at] ?? 0, from[end] ?? text.length]);
    at = whole.indexOf(searched, end);
  }
  return found;
}

/** A text without accents and capitals, and where each of its letters stood. */
function folded(text: string): { text: string; from: number[] } {
  let done = "";
  const from: number[] = [];
  let at = 0;
  let last = "";
  for (const letter of text) {
    const bare = /\s/u.test(letter) ? " " : plain(letter);
    if (bare !== " " || last !== " ") {
      done += bare;
      last = bare || last;
      for (let unit = 0; unit < bare.length; unit += 1) from.push(at);
    }
    at += letter.length;
  }
  return { text: done, from };
}

/** The messages, in thread order, that say the words: in their text, their subject, or the name of a file. */
export function messagesWith(messages: readonly ThreadMessage[], words: string): string[] {
  return messages
    .filter((message) => isShown(message) && saidIn(message).some((text) => has(text, words)))
    .map(({ id }) => id);
}

/** What hangs on another message, or was taken back, is nowhere to be led to. */
function isShown({ kind, direction, deletedAt }: ThreadMessage): boolean {
  return kind !== "reaction" && direction !== "system" && deletedAt === undefined;
}

function saidIn({ text, attachments, mail }: ThreadMessage): string[] {
  return [text, mail?.subject ?? "", ...attachments.map(({ name }) => name ?? "")];
}

function has(text: string, words: string): boolean {
  return foundIn(text, words).length > 0;
}

/** The one to go to: from none to the newest, then on to older or newer ones, and around. */
export function stepTo(ids: readonly string[], at: string, step: 1 | -1): string {
  const index = ids.indexOf(at);
  const next = index < 0 ? ids.length - 1 : (index + step + ids.length) % ids.length;
  return ids[next] ?? "";
}
