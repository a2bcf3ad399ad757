import type { Language } from "@hilo/schema";
import { en } from "./en.ts";
import { es, type Texts } from "./es.ts";

/** A file for each language; the compiler asks for the same keys in all. */
export const texts: Record<Language, Texts> = { es, en };
