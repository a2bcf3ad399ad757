import type { ClassificationRules, Cue, CueRule, LanguageRules } from "@hilo/schema";
import { byEar, plainWord } from "./fold-word.ts";
import { isContent } from "./matter.ts";
import { matchAt, type Phrase, type Place, readPhrase } from "./phrase.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** A cue that a text gives, by which rule, and the tokens that it covers. */
export type Hit = { cue: Cue; rule: string; from: number; to: number };

type Entry = { rule: CueRule; phrase: Phrase; negatable: boolean };

/** The phrases of all languages, found by how they begin. */
export type Lexicon = {
  spellings: ReadonlyMap<string, readonly string[]>;
  negators: ReadonlySet<string>;
  byWord: ReadonlyMap<string, readonly Entry[]>;
  byStem: ReadonlyMap<string, readonly Entry[]>;
  buttons: ReadonlyMap<string, CueRule>;
};

const stemKey = 2;
const lexicons = new WeakMap<ClassificationRules, Lexicon>();

/** Made once for each set of rules. */
export function lexiconOf(rules: ClassificationRules): Lexicon {
  const known = lexicons.get(rules);
  if (known) return known;
  const made = compile(Object.values(rules.languages));
  lexicons.set(rules, made);
  return made;
}

function compile(languages: readonly LanguageRules[]): Lexicon {
  const byWord = new Map<string, Entry[]>();
  const byStem = new Map<string, Entry[]>();
  const negators = new Set(languages.flatMap((one) => one.negators.map(soundOf)));
  for (const { rules, words } of languages)
    for (const rule of rules)
      for (const text of rule.phrases) {
        const phrase = readPhrase(text, words);
        const [first] = phrase.places;
        if (!first) continue;
        const negatable =
          rule.negated !== undefined && ![...first.words].some((word) => negators.has(word));
        file({ rule, phrase, negatable }, first, byWord, byStem);
      }
  return {
    spellings: new Map(
      languages.flatMap(({ spellings }) => Object.entries(spellings).map(spelled)),
    ),
    negators,
    byWord,
    byStem,
    buttons: new Map(
      languages.flatMap(({ rules }) =>
        rules.flatMap((rule) =>
          (rule.buttons ?? []).map((text) => [buttonKey(text), rule] as const),
        ),
      ),
    ),
  };
}

function spelled([short, long]: [string, string]): [string, string[]] {
  return [plainWord(short), long.split(" ").map(plainWord)];
}

function file(
  entry: Entry,
  first: Place,
  byWord: Map<string, Entry[]>,
  byStem: Map<string, Entry[]>,
): void {
  const add = (index: Map<string, Entry[]>, key: string) => {
    const there = index.get(key);
    if (there) there.push(entry);
    else index.set(key, [entry]);
  };
  for (const word of first.words) add(byWord, word);
  for (const kind of first.kinds) add(byWord, `<${kind}>`);
  for (const key of new Set(first.stems.map((stem) => stem.slice(0, stemKey)))) add(byStem, key);
}

export function readTokens(lexicon: Lexicon, text: string): Token[] {
  return tokensOf(text, lexicon.spellings);
}

/** Every cue that the words of a text give. */
export function hitsIn(lexicon: Lexicon, tokens: readonly Token[]): Hit[] {
  const hits: Hit[] = [];
  for (const [from, token] of tokens.entries())
    for (const entry of entriesAt(lexicon, token)) {
      const to = matchAt(entry.phrase, tokens, from);
      if (to === undefined || to === from) continue;
      const cue = negatedOr(entry, lexicon, tokens, from);
      if (cue) hits.push({ cue, rule: entry.rule.id, from, to });
    }
  return hits.filter((hit) => !hits.some((other) => covers(other, hit)));
}

/** The longer phrase is what was meant: "mi reclamo" asks after one, "reclamo" makes one. */
function covers(longer: Hit, shorter: Hit): boolean {
  if (!isContent(longer.cue) || !isContent(shorter.cue) || longer.cue === shorter.cue) return false;
  const wider = longer.to - longer.from > shorter.to - shorter.from;
  return wider && longer.from <= shorter.from && shorter.to <= longer.to;
}

function entriesAt({ byWord, byStem }: Lexicon, { kind, sound }: Token): Entry[] {
  if (kind !== "word") return [...(byWord.get(`<${kind}>`) ?? [])];
  return [...(byWord.get(sound) ?? []), ...(byStem.get(sound.slice(0, stemKey)) ?? [])];
}

/** How far before a phrase a negation reaches it, in words of the same clause. */
const reach = 3;

function negatedOr(
  { rule, negatable }: Entry,
  { negators }: Lexicon,
  tokens: readonly Token[],
  from: number,
): Cue | "" {
  if (!negatable) return rule.cue;
  for (let at = from - 1; at >= 0 && at >= from - reach; at -= 1) {
    const token = tokens[at];
    if (token?.kind !== "word") break;
    if (negators.has(token.sound)) return rule.negated ?? rule.cue;
  }
  return rule.cue;
}

/** What a button or a template's payload says, whole. */
export function buttonHit({ buttons }: Lexicon, text: string): CueRule | undefined {
  return buttons.get(buttonKey(text));
}

function buttonKey(text: string): string {
  return plainWord(text.trim());
}

function soundOf(word: string): string {
  return byEar(plainWord(word));
}
