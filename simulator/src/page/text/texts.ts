import { en } from "./en.ts";
import { es } from "./es.ts";
import { failuresEn } from "./failures-en.ts";
import { failuresEs } from "./failures-es.ts";

/** The browser's language, as far as the page speaks it. */
export const language: "es" | "en" =
  navigator.languages.map((one) => one.slice(0, 2)).find((one) => one === "es" || one === "en") ===
  "en"
    ? "en"
    : "es";

export type Texts = typeof es;

export const texts: Texts = language === "en" ? en : es;

const failures: Record<number, string> = language === "en" ? failuresEn : failuresEs;

/** What a provider's code means, in a few words: ours, or else the provider's own. */
export function meaningOf(code: number | string, message?: string): string {
  return message ?? failures[Number(code)] ?? texts.houseRefusals[code] ?? texts.unknownFailure;
}
