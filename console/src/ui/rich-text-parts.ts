/** A piece of a message's text: plain, a link to follow, or somebody mentioned. */
export type TextPart =
  | { type: "text"; text: string }
  | { type: "link"; text: string; href: string }
  | { type: "mention"; text: string };

const linkPattern = /\b(?:https?:\/\/|www\.)[^\s<>"'`]+/giu;
/** What ends a sentence, not a link. */
const trailing = new Set(".,;:!?¡¿…»”’*_~");

/** Cuts a text into plain pieces, http(s) links, and mentions of the given names. */
export function partsOf(text: string, names: readonly string[] = []): TextPart[] {
  const parts: TextPart[] = [];
  const pattern = mentionPattern(names);
  let from = 0;
  for (const match of text.matchAll(linkPattern)) {
    const shown = trimmed(match[0]);
    const href = hrefOf(shown);
    if (!href) continue;
    mentionsIn(text.slice(from, match.index), pattern, parts);
    parts.push({ type: "link", text: shown, href });
    from = match.index + shown.length;
  }
  mentionsIn(text.slice(from), pattern, parts);
  return parts;
}

/** An address one may follow, or nothing: http and https only. */
export function hrefOf(address: string): string | undefined {
  const whole = /^www\./iu.test(address) ? `https://${address}` : address;
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : undefined;
}

/**
 * A sentence's punctuation is not part of its link; a bracket is, when it was opened in the link. Read once, from the
 * end, since strangers write it.
 */
function trimmed(link: string): string {
  let unopened = count(link, ")") - count(link, "(");
  let end = link.length;
  for (; end > 0; end -= 1) {
    const last = link.charAt(end - 1);
    if (last === ")" && unopened > 0) unopened -= 1;
    else if (!trailing.has(last)) break;
  }
  return link.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** The longest name first, so that a shorter one that begins it is not taken for it. */
function mentionPattern(names: readonly string[]): RegExp | undefined {
  if (names.length === 0) return undefined;
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return new RegExp(`@(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "gu");
}

function mentionsIn(text: string, pattern: RegExp | undefined, parts: TextPart[]): void {
  let from = 0;
  const add = (plain: string) => plain && parts.push({ type: "text", text: plain });
  for (const match of pattern ? text.matchAll(pattern) : []) {
    add(text.slice(from, match.index));
    parts.push({ type: "mention", text: match[0] });
    from = match.index + match[0].length;
  }
  add(text.slice(from));
}
