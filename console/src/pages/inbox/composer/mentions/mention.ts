import { plain } from "../../../../text/plain.ts";

/** A mention being written: where its @ stands, and what follows it so far. */
export type Mention = { from: number; words: string };

/** The mention that ends at the caret, if one is being written there. */
export function mentionAt(text: string, caret: number): Mention | undefined {
  const before = text.slice(0, caret);
  const found = /(?:^|\s)@([\p{L}\p{N}.-]*(?: [\p{L}\p{N}.-]*)?)$/u.exec(before);
  const words = found?.[1];
  return words === undefined ? undefined : { from: caret - words.length - 1, words };
}

/** Those whose name, or a part of it, begins with the words; accents aside. */
export function mentionable<M extends { name: string }>(members: readonly M[], words: string): M[] {
  const searched = plain(words);
  return members.filter(({ name }) => {
    const own = plain(name);
    return own.startsWith(searched) || own.split(" ").some((part) => part.startsWith(searched));
  });
}

/** The text with the mention completed, and where the caret goes. */
export function complete(
  text: string,
  caret: number,
  mention: Mention,
  name: string,
): { text: string; caret: number } {
  const inserted = `@${name} `;
  const rest = text.slice(caret).replace(/^ /u, "");
  return {
    text: text.slice(0, mention.from) + inserted + rest,
    caret: mention.from + inserted.length,
  };
}
