/** A key as it was pressed. */
export type KeyPress = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "repeat"
> & { altGraph: boolean };

const others = ["Enter", "ArrowDown", "ArrowUp"];

/** The keys that are kept with one more; nothing when that one is no letter and meant for the browser. */
export function withKey(kept: readonly string[], press: KeyPress): readonly string[] | undefined {
  const { key, ctrlKey, metaKey, altKey, isComposing, altGraph, repeat } = press;
  if (isComposing || (!altGraph && (ctrlKey || metaKey || altKey))) return undefined;
  // Held down since before, it is not meant for what comes.
  if (key === "Enter" && repeat) return kept;
  if (key === "Backspace") return isLetter(kept.at(-1)) ? kept.slice(0, -1) : kept;
  return isLetter(key) || others.includes(key) ? [...kept, key] : undefined;
}

/** One character, however many units it takes: named keys have more. */
export function isLetter(key: string | undefined): boolean {
  return key !== undefined && [...key].length === 1;
}
