import { type Language, languageIn, languages } from "@hilo/schema/languages";
import { en } from "./en.ts";
import { es, type Texts } from "./es.ts";
import { failuresEn } from "./failures-en.ts";
import { failuresEs } from "./failures-es.ts";

/** The browser's language, as far as the page speaks it. */
export const language: Language =
  navigator.languages.map(languageIn).find((one) => one !== undefined) ?? languages[0];

export const tables: Record<Language, Texts> = { es, en };

export const texts: Texts = tables[language];

export const failures: Record<Language, Record<number, string>> = {
  es: failuresEs,
  en: failuresEn,
};

/** What a provider's code means, in a few words: ours, or else the provider's own. */
export function meaningOf(code: number | string, message?: string): string {
  return (
    message ?? failures[language][Number(code)] ?? texts.houseRefusals[code] ?? texts.unknownFailure
  );
}
