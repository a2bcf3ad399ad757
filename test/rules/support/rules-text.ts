/** The rules with their comments and their version blanked out, every character in its place. */
export function blank(rules: string): string {
  return rules
    .replace(/\/\/.*/g, (comment) => " ".repeat(comment.length))
    .replace(/^rules_version.*/m, (version) => " ".repeat(version.length));
}

/** Where each condition begins and ends: after `if` or `return`, before its semicolon. */
export function regions(code: string): (readonly [number, number])[] {
  return [...code.matchAll(/\b(if|return)\b([^;]+);/g)].map(
    ({ 1: word = "", 2: body = "", index }) => {
      const start = index + word.length;
      return [start, start + body.length] as const;
    },
  );
}

/** The number of the line that holds a character. */
export function lineOf(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

/** The collection whose rules hold a character, or the one after `match /`. */
export function subjectOf(text: string, index: number): string {
  const names = [...text.slice(0, index).matchAll(/match \/(\w+)/g)].map(([, name = ""]) => name);
  const own = /match \/$/.test(text.slice(0, index))
    ? /^\w+/.exec(text.slice(index))?.[0]
    : undefined;
  return own ?? names.at(-1) ?? "";
}
