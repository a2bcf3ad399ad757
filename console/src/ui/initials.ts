/** The initials of a name: first letters of its first and last word; the last digits of a phone. */
export function initials(name: string): string {
  const digits = name.replace(/\D/g, "");
  if (digits.length > 5 && !/\p{L}/u.test(name)) return digits.slice(-2);
  const words = name
    .replace(/[^\p{L}\p{N}\s]/gu, " ")
    .trim()
    .split(/\s+/);
  const [first = "", last = ""] = [words[0], words.length > 1 ? words.at(-1) : ""];
  const letters = `${[...first][0] ?? ""}${[...last][0] ?? ""}`;
  return letters.toUpperCase() || "?";
}

/** A colour that stays the same for the same person, as a hue in degrees. */
export function hueOf(id: string): number {
  let sum = 7;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return (sum * 47) % 360;
}
