/**
 * The languages that Hilo speaks (ISO 639-1): to members, to customers and in the chat. One more needs a word here, and
 * its texts, which the compiler and the tests then ask for.
 */
export const languages = ["es", "en"] as const;
export type Language = (typeof languages)[number];
