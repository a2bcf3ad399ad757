import { language } from "./language.ts";

/** A month and its year: marzo de 2025, March 2025. */
export function monthAndYear(at: number): string {
  const locale = language() === "es" ? "es-CL" : "en-GB";
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric" }).format(at);
}

/** The name of a language by its BCP 47 tag. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames(language(), { type: "language" }).of(tag) ?? tag;
}
