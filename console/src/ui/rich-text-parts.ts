/** A piece of a message's text: plain, a link to follow, or somebody mentioned. */
export type TextPart =
  | { type: "text"; text: string }
  | { type: "link"; text: string; href: string }
  | { type: "mention"; text: string };

const linkPattern = /\b(?:https?:\/\/|www\.)[^\s<>"'`]+/giu;
const trailing = /[.,;:!?¡¿…»”’*_~]+$/u;

/** Cuts a text into plain pieces, http(s) links, and mentions of the given names. */
export function partsOf(text: string, names: readonly string[] = []): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(linkPattern)) {
    const shown = trimmed(match[0]);
    const href = hrefOf(shown);
    if (!href) continue;
    parts.push(...mentionsIn(text.slice(from, match.index), names));
    parts.push({ type: "link", text: shown, href });
    from = match.index + shown.length;
  }
  return [...parts, ...mentionsIn(text.slice(from), names)];
}

/** An address one may follow, or nothing: http and https only. */
export function hrefOf(address: string): string | undefined {
  const whole = /^www\./iu.test(address) ? `https://${address}` : address;
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : undefined;
}

/** A sentence's punctuation is not part of its link; a bracket is, when it was opened in the link. */
function trimmed(link: string): string {
  let shown = link.replace(trailing, "");
  while (shown.endsWith(")") && count(shown, ")") > count(shown, "(")) {
    shown = shown.slice(0, -1).replace(trailing, "");
  }
  return shown;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function mentionsIn(text: string, names: readonly string[]): TextPart[] {
  if (text === "") return [];
  const name = firstMention(text, names);
  if (!name) return [{ type: "text", text }];
  const before = text.slice(0, name.at);
  const plain: TextPart[] = before === "" ? [] : [{ type: "text", text: before }];
  return [
    ...plain,
    { type: "mention", text: name.text },
    ...mentionsIn(text.slice(name.at + name.text.length), names),
  ];
}

function firstMention(text: string, names: readonly string[]) {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const found = longestFirst
    .map((name) => ({ at: text.indexOf(`@${name}`), text: `@${name}` }))
    .filter(({ at }) => at >= 0);
  return found.sort((a, b) => a.at - b.at || b.text.length - a.text.length)[0];
}
