import { locales } from "@hilo/schema/languages";
import { language } from "./language.ts";

/** A month and its year: marzo de 2025, March 2025. */
export function monthAndYear(at: number): string {
  return new Intl.DateTimeFormat(locales[language()], { month: "long", year: "numeric" }).format(
    at,
  );
}

/** The name of a language by its BCP 47 tag. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames(language(), { type: "language" }).of(tag) ?? tag;
}
