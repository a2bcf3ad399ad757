import { inEach, type Language, languages } from "@hilo/schema";
import { type Source, withoutComments } from "./sources.ts";

/**
 * What is amiss between the texts of each language: keys that one lacks, phrases that take other values, and empty
 * ones. Tables may stand in tables.
 */
export function unagreed(tables: Readonly<Record<Language, unknown>>, at = "texts"): string[] {
  const [first, ...others] = languages.map((one) => tables[one]);
  return [
    ...languages.filter((one) => tables[one] === "").map((one) => `${at} is empty in ${one}`),
    ...others.flatMap((other) => unlike(first, other, at)),
    ...Object.keys(isTable(first) ? first : {}).flatMap((key) =>
      unagreed(
        inEach((one) => within(tables[one], key)),
        `${at}.${key}`,
      ),
    ),
  ];
}

function unlike(one: unknown, other: unknown, at: string): string[] {
  if (typeof one !== typeof other) return [`${at} is no ${typeof one} everywhere`];
  if (typeof one === "function" && typeof other === "function")
    return one.length === other.length ? [] : [`${at} takes other values`];
  if (!isTable(one) || !isTable(other)) return [];
  const more = Object.keys(other).filter((key) => !(key in one));
  return more.map((key) => `${at}.${key} is not everywhere`);
}

function within(table: unknown, key: string): unknown {
  return isTable(table) ? table[key] : undefined;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Everything that holds texts by language, wherever in a value it stands, with the way to it. */
export function worded(value: unknown, at: string): [at: string, Record<Language, unknown>][] {
  if (!isTable(value)) return [];
  if (languages.some((one) => typeof value[one] === "string"))
    return [[at, inEach((one) => value[one])]];
  return Object.entries(value).flatMap(([key, inner]) => worded(inner, `${at}.${key}`));
}

/** The files that say something in Spanish: in a string with a letter that only Spanish has of our two languages. */
export function speaking(files: readonly Source[]): string[] {
  const said = /(["`])(?:(?!\1)[^\n])*[áéíóúñ¿¡](?:(?!\1)[^\n])*\1|\bes: [{["`]/;
  return files.filter(({ text }) => said.test(withoutComments(text))).map(({ path }) => path);
}
