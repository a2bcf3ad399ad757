import { eventTypes } from "@hilo/schema";
import { type Source, withoutComments } from "./sources.ts";

/** The names that stand in a text neither as a word of their own in quotes nor as a step of a path. */
export function unnamed(names: readonly string[], text: string): string[] {
  return names.filter((name) => !new RegExp(`["'\`/.]${name}["'\`/]|\\b${name}:`).test(text));
}

/** The tables of endpoints that a text hands over to their handlers. */
export function mountedTables(text: string): string[] {
  return [...withoutComments(text).matchAll(/\bmount\(\s*\w+,\s*(\w+)/g)].map(
    ([, name = ""]) => name,
  );
}

/** What looks like a type of events: one of their nouns, and a word. */
const nouns = new Set(Object.keys(eventTypes).map((type) => type.split(".")[0]));
const eventNames = new RegExp(`"((?:${[...nouns].join("|")})\\.[a-z]+)"`, "g");

/** The types of events that each file tells, as `type by file`, in order. */
export function toldTypes(files: readonly Source[]): string[] {
  const told = files
    .filter(({ text }) => /from "[./]*\/events\/tell\.ts"/.test(text))
    .flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(eventNames)].map(
        ([, type]) => `${type} by ${path.replace("functions/src/", "")}`,
      ),
    );
  return [...new Set(told)].sort();
}

/** The same, as a table says it. */
export function rowsOf(table: Readonly<Record<string, { by: readonly string[] }>>): string[] {
  return Object.entries(table)
    .flatMap(([type, { by }]) => by.map((file) => `${type} by ${file}`))
    .sort();
}

/** What a text types of paths that stand in a table: their beginnings, and those with parameters. */
export function typedPaths(text: string, paths: readonly string[]): string[] {
  const own = withoutComments(text);
  const whole = paths.filter(
    (path) => path.includes("{") && ['"', "`"].some((quote) => own.includes(quote + path + quote)),
  );
  const begun = own.match(/["'`}](\/api\/v\d|\/webhooks\/(?=[\w$:{])|\/webchat\/(?=[$:{]))/g) ?? [];
  return [...whole, ...begun];
}

/** The npm scripts that a text tells people to run, in full or, beside one in full, by their names in backticks. */
export function scriptsNamed(text: string): string[] {
  const rows = text.split("\n").filter((line) => /\bnpm run [\w:-]+/.test(line));
  const beside = rows.flatMap((row) => [...row.matchAll(/`([a-z]+(?::[a-z]+)?)`/g)]);
  const full = text.matchAll(/\bnpm run ([\w:-]+)/g);
  const short = text.matchAll(/\bnpm (start|test)\b/g);
  return [...new Set([...full, ...short, ...beside].map(([, name = ""]) => name))].sort();
}

type Languages = Readonly<Record<string, { es: string; en: string }>>;
type Common = { good: object; trouble: object };

/**
 * What is amiss between the findings that a connection test's files write and the provider's own words: a code that
 * nobody words, an empty language, and words for what the console words already.
 */
export function unworded(files: readonly Source[], own: Languages, { good, trouble }: Common) {
  const written = files.flatMap(({ text }) => [
    ...withoutComments(text).matchAll(/level: "(\w+)"(?: as const)?,\s*code: "([\w-]+)"/g),
    ...withoutComments(text).matchAll(/\b(ok|warning|error|finding)\("([\w-]+)"/g),
  ]);
  const nobodys = written
    .filter(
      ([, level, code = ""]) => !(code in own) && !(code in (level === "ok" ? good : trouble)),
    )
    .map(([, , code]) => `nobody words ${code}`);
  const empty = Object.keys(own).filter((code) => !own[code]?.es || !own[code]?.en);
  const twice = Object.keys(own).filter((code) => code in good || code in trouble);
  return [
    ...nobodys,
    ...empty.map((code) => `${code} lacks a language`),
    ...twice.map((code) => `${code} is worded twice`),
  ];
}
