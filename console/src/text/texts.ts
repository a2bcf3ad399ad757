import { type Language, language } from "./language.ts";

/** A sentence, or one made of what is given to it. */
export type Phrase = string | ((...values: never[]) => string);
export type Table = { readonly [key: string]: Phrase };

/** The same keys in another language, each taking the same values. */
export type Translation<T extends Table> = {
  readonly [K in keyof T]: T[K] extends (...values: infer V) => string
    ? (...values: V) => string
    : string;
};

/** A table in Spanish, which says what there is to say, and its translations. */
type Translated<T extends Table> = { readonly es: T } & {
  readonly [L in Exclude<Language, "es">]: Translation<T>;
};

/** Every table made, so that a test can compare the languages. */
export const tables: Record<Language, Table>[] = [];

/**
 * The words of one page or part in every language: `t.save` is the word in the language in use. Read them while
 * rendering, never once at load, so that a change of language is seen.
 */
export function texts<const T extends Table>(words: Translated<T>): Translation<T> {
  tables.push(words);
  const accessor = {};
  for (const key of Object.keys(words.es)) {
    Object.defineProperty(accessor, key, { get: () => words[language()][key], enumerable: true });
  }
  return accessor as Translation<T>;
}
