import { byEar, plainWord } from "./fold-word.ts";
import type { Token } from "./tokens.ts";

/** One place of a phrase: which words may stand there. */
export type Place = {
  words: ReadonlySet<string>;
  stems: readonly string[];
  kinds: ReadonlySet<Token["kind"]>;
  /** Any word at all: `*` one, `_` none to three. */
  any: 0 | 1 | 3;
  optional: boolean;
};

export type Phrase = { places: readonly Place[]; begins: boolean; ends: boolean };

const kinds = new Set<Token["kind"]>([
  "amount",
  "percent",
  "number",
  "code",
  "time",
  "link",
  "media",
]);
const gap = 3;

/** Reads a phrase as `CueRule` describes them. */
export function readPhrase(
  phrase: string,
  lists: Readonly<Record<string, readonly string[]>>,
): Phrase {
  const parts = phrase.trim().split(/\s+/);
  const begins = parts[0] === "^";
  const ends = parts.at(-1) === "$";
  const inner = parts.slice(begins ? 1 : 0, ends ? -1 : undefined);
  return { places: inner.map((part) => readPlace(part, lists)), begins, ends };
}

function readPlace(part: string, lists: Readonly<Record<string, readonly string[]>>): Place {
  const none = { words: new Set<string>(), stems: [], kinds: new Set<Token["kind"]>() };
  if (part === "_") return { ...none, any: gap, optional: false };
  if (part === "*") return { ...none, any: 1, optional: false };
  const optional = part.endsWith("?");
  const choices = (optional ? part.slice(0, -1) : part).split("|").flatMap((one) => {
    const name = /^<(\w+)>$/.exec(one)?.[1];
    return name === undefined ? [one] : (lists[name] ?? [`<${name}>`]);
  });
  return {
    words: new Set(choices.filter((one) => !/[*<]/.test(one)).map(sound)),
    stems: choices.filter((one) => one.endsWith("*")).map((one) => sound(one.slice(0, -1))),
    kinds: new Set(choices.flatMap(kindNamed)),
    any: 0,
    optional,
  };
}

function kindNamed(choice: string): Token["kind"][] {
  const name = /^<(\w+)>$/.exec(choice)?.[1];
  return [...kinds].filter((kind) => kind === name);
}

function sound(word: string): string {
  return byEar(plainWord(word));
}

/** The tokens (from, to) that a phrase covers when it begins at one, or undefined. */
export function matchAt(
  phrase: Phrase,
  tokens: readonly Token[],
  from: number,
): number | undefined {
  if (phrase.begins && tokens.slice(0, from).some(isWord)) return undefined;
  const end = matchPlaces(phrase.places, 0, tokens, from);
  if (end === undefined || !phrase.ends) return end;
  return tokens.slice(end).some(isWord) ? undefined : end;
}

function matchPlaces(
  places: readonly Place[],
  at: number,
  tokens: readonly Token[],
  from: number,
): number | undefined {
  const place = places[at];
  if (!place) return from;
  if (place.any === gap) return matchGap(places, at, tokens, from);
  const next = at > 0 && tokens[from]?.kind === "comma" ? from + 1 : from;
  const token = tokens[next];
  if (token && fits(place, token)) {
    const end = matchPlaces(places, at + 1, tokens, next + 1);
    if (end !== undefined) return end;
  }
  return place.optional ? matchPlaces(places, at + 1, tokens, from) : undefined;
}

function matchGap(
  places: readonly Place[],
  at: number,
  tokens: readonly Token[],
  from: number,
): number | undefined {
  for (let skipped = 0; skipped <= gap; skipped += 1) {
    const end = matchPlaces(places, at + 1, tokens, from + skipped);
    if (end !== undefined) return end;
    const token = tokens[from + skipped];
    if (!token || token.kind === "stop" || token.kind === "question") return undefined;
  }
  return undefined;
}

function fits(place: Place, token: Token): boolean {
  if (place.any === 1 && isWord(token)) return true;
  if (token.kind !== "word") return place.kinds.has(token.kind);
  if (place.words.has(token.sound)) return true;
  return place.stems.some((stem) => token.sound.startsWith(stem));
}

function isWord({ kind }: Token): boolean {
  return kind !== "stop" && kind !== "comma" && kind !== "question" && kind !== "face";
}
