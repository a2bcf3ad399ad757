import { isMailAddress, sameMailAddress } from "@hilo/schema/mail-address";

/** Words in quotes, an address in brackets, what parts addresses, or anything else. */
const pieces = /"(?:[^"\\]|\\.){0,200}"|<[^<>]{0,400}>|[,;\r\n\t]|[^",;<>\r\n\t]+|[<>"]/gu;

/**
 * The addresses in what was typed or pasted, whatever parts them: each alone, or in brackets behind a name. What is no
 * address is given as it was written.
 */
export function addressesIn(written: string): string[] {
  const found: string[][] = [];
  let [name, inBrackets] = ["", ""];
  /** What looked like an address until brackets came: the first half of a name with a comma in it. */
  let held: string[] = [];
  const end = () => {
    const bare = wordsOf(name);
    const isAddress = bare.some((one) => one.includes("@"));
    if (inBrackets !== "") found.push([inBrackets]);
    else if (isAddress) found.push(held, bare);
    else if (name.trim() !== "") held.push(name.trim());
    if (inBrackets !== "" || isAddress) held = [];
    [name, inBrackets] = ["", ""];
  };
  for (const [piece] of written.matchAll(pieces)) {
    if (/^[,;\r\n\t]$/u.test(piece)) end();
    else if (/^<[^<>]+>$/u.test(piece)) inBrackets = bared(piece.slice(1, -1));
    else name += piece;
  }
  end();
  return [...found, held].flat();
}

/** Several addresses may stand beside each other with nothing but spaces between. */
function wordsOf(text: string): string[] {
  const words = text.trim().split(/\s+/u).filter(Boolean).map(bared);
  return words.every((word) => word.includes("@")) ? words : [text.trim()].filter(Boolean);
}

function bared(text: string): string {
  return text.trim().replace(/^mailto:/iu, "");
}

/** A list with what was written added, each address once, whatever its case. */
export function withAddresses(list: readonly string[], written: string): string[] {
  const all = new Map<string, string>();
  for (const one of [...list, ...addressesIn(written)]) {
    const key = one.toLowerCase();
    if (!all.has(key)) all.set(key, one);
  }
  return [...all.values()];
}

/** A list without some of its addresses. */
export function withoutAddresses(list: readonly string[], some: readonly string[]): string[] {
  return list.filter((one) => !some.some((other) => sameMailAddress(one, other)));
}

/** Those of a list that nobody can be written to at. */
export function unreachable(list: readonly string[] = []): string[] {
  return list.filter((one) => !isMailAddress(one));
}
