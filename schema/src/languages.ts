/**
 * The languages that Hilo speaks (ISO 639-1): to members, to customers and in the chat. One more needs a word here, and
 * its texts, which the compiler and the tests then ask for.
 */
export const languages = ["es", "en"] as const;
export type Language = (typeof languages)[number];

/** How each calls itself. */
export const languageNames: Record<Language, string> = { es: "Español", en: "English" };

/** The locale by which numbers and times are written in each (BCP 47). */
export const locales: Record<Language, string> = { es: "es-CL", en: "en-GB" };

/** One of something for each language. */
export function inEach<Value>(of: (language: Language) => Value): Record<Language, Value> {
  return Object.fromEntries(languages.map((one) => [one, of(one)])) as Record<Language, Value>;
}

/** The language of ours that a tag (BCP 47) names, whatever its region. */
export function languageIn(tag: string): Language | undefined {
  const [first] = tag.toLowerCase().split(/[-_]/);
  return languages.find((one) => one === first);
}
