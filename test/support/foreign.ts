import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { languageNames } from "@hilo/schema/languages";
import { type Language, languages } from "../../console/src/text/language.ts";
import { type Phrase, tables } from "../../console/src/text/texts.ts";
import { builtAdapters } from "../../functions/src/providers/index.ts";

const root = join(import.meta.dirname, "../..");
await Promise.all(
  globSync("console/src/text/*.ts", { cwd: root }).map((file) => import(join(root, file))),
);

/** What no screen shows, whatever its language: what programs call things. */
const codes: readonly [what: string, RegExp][] = [
  ["camelCase", /(?<![\p{L}\d])[a-z]{2,}[A-Z][a-z]\w*/u],
  ["snake_case", /(?<![\p{L}\d])[A-Za-z\d]+_[A-Za-z\d_]+/u],
  ["a pair", /(?<![\p{L}\d])[A-Za-z_]{2,}:\w+/u],
  ["a phone without spaces", /\+\d{8,15}/u],
  ["a long number", /(?<![\d.,+ ])\d{9,}/u],
  ["an id", /(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{20,}/iu],
  ["a value nobody worded", /\b(?:undefined|null|NaN)\b|\[object/u],
];

/**
 * What is called so in every language: addresses to copy and to open, what stands in quotation marks, the menus that a
 * provider has (Settings → Webhooks) and the headers of HTTP.
 */
const names: readonly RegExp[] = [
  /https?:\/\/\S+|\S+@\S+\.\S+/gu,
  /«[^»]*»|“[^”]*”/gu,
  /[^.:;,()]*→[^.;()]*/gu,
  /\b[A-Z][a-z]+(?:-[A-Z][a-z]+)+\b/gu,
];

/** What in a text does not belong on a screen in a language, in words; nothing when all does. */
export function foreignIn(text: string, spoken: Language): string[] {
  const told = names.reduce((rest, name) => rest.replace(name, " "), text);
  const words = wordsIn(told).filter((word) => othersOnly[spoken].has(word));
  const raw = codes.flatMap(([what, code]) => {
    const [found] = code.exec(told) ?? [];
    return found === undefined ? [] : [`${what}: ${found}`];
  });
  return [...words.map((word) => `a word of the other language: ${word}`), ...raw];
}

function wordsIn(text: string): string[] {
  return (text.match(/\p{L}{3,}/gu) ?? []).map((word) => word.toLocaleLowerCase());
}

const spoken = Object.fromEntries(
  languages.map((one) => [one, new Set(everything(one).flatMap(wordsIn))]),
) as Record<Language, Set<string>>;

/** The words that only the other language's texts have. */
const othersOnly: Record<Language, ReadonlySet<string>> = {
  es: foreignTo("es", "en"),
  en: foreignTo("en", "es"),
};

function foreignTo(one: Language, other: Language): ReadonlySet<string> {
  // A language calls itself by its own name, wherever it is chosen.
  const itself = Object.values(languageNames).flatMap(wordsIn);
  const own = new Set([...spoken[one], ...emojiNames(one).flatMap(wordsIn), ...itself]);
  return new Set([...spoken[other]].filter((word) => !own.has(word)));
}

function everything(one: Language): string[] {
  const own = tables.flatMap((table) => Object.values(table[one]).flatMap(said));
  return [...own, ...builtAdapters().flatMap((channel) => wordedIn(channel, one))];
}

/** How emoji are called: *red* is a word of both languages by them. */
function emojiNames(one: Language): string[] {
  const table = readFileSync(join(root, "console/src/ui/emoji-names.txt"), "utf8");
  return table.split("\n").map((line) => line.split("|")[one === "es" ? 1 : 2] ?? "");
}

/** What a phrase says around the values that it is given. */
function said(phrase: Phrase): string[] {
  if (typeof phrase === "string") return [phrase];
  let source = String(phrase);
  for (let before = ""; before !== source; ) {
    before = source;
    source = source.replace(/\$\{[^${}`"]*\}/gu, " ");
  }
  return [...source.matchAll(/"([^"]*)"|`([^`]*)`/gu)].map(([, a, b]) => a ?? b ?? "");
}

/** The texts of a language wherever a value holds one beside the other's. */
function wordedIn(value: unknown, one: Language): string[] {
  if (value === null || typeof value !== "object") return [];
  const both = value as Partial<Record<Language, unknown>>;
  if (typeof both.es === "string" && typeof both.en === "string") return [String(both[one])];
  return Object.values(value).flatMap((inner) => wordedIn(inner, one));
}
