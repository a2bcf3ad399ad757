import { type Language, languageIn, languages } from "@hilo/schema/languages";

export { type Language, languages };

const key = "hilo.language";
const listeners = new Set<() => void>();
let current = remembered() ?? preferred(globalThis.navigator?.languages ?? []);

/** The language in use. */
export function language(): Language {
  return current;
}

/** Changes the language, remembers it on this device, and tells whoever shows words. */
export function setLanguage(next: Language): void {
  current = next;
  globalThis.localStorage?.setItem(key, next);
  if (globalThis.document) document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

/** Calls back on each change of language until the returned function is called. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The first language of ours among those a browser asks for; the first of all when there is none. */
export function preferred(asked: readonly string[]): Language {
  return asked.map(languageIn).find((one) => one !== undefined) ?? languages[0];
}

function isLanguage(tag: string | null | undefined): tag is Language {
  return languages.some((known) => known === tag);
}

function remembered(): Language | undefined {
  const kept = globalThis.localStorage?.getItem(key);
  return isLanguage(kept) ? kept : undefined;
}
