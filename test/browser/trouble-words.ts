/** What customers and members write is in letters that no text of the console has. */
export function theirs(about: string): string {
  return `ⴰⵣⵓⵍ ⵉⵎⵓⵏ ${[...about].map(tifinagh).join("")}`;
}

function tifinagh(letter: string): string {
  return String.fromCodePoint(0x2d30 + ((letter.codePointAt(0) ?? 0) % 40));
}

export const at = Date.now();
export const day = 24 * 60 * 60 * 1000;
export const times = { createdAt: new Date(at - 500 * day), updatedAt: new Date(at - day) };
