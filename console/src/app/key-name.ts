const names: Record<string, string> = { Enter: "↵", Escape: "Esc", Shift: "⇧" };

/** A key as it is written on this keyboard. */
export function keyName(keys: string): string {
  const apple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");
  return keys
    .split("+")
    .map((key) => (key === "Mod" ? (apple ? "⌘" : "Ctrl") : (names[key] ?? key.toUpperCase())))
    .join(" ");
}
