/** A header line: its name in lower case, its value unfolded. */
export type Header = { name: string; value: string };

/** The first value of a header, or nothing. */
export function firstOf(headers: readonly Header[], name: string): string {
  return headers.find((header) => header.name === name)?.value ?? "";
}

export function allOf(headers: readonly Header[], name: string): string[] {
  return headers.filter((header) => header.name === name).map(({ value }) => value);
}

/** The header lines of a block, unfolded (RFC 5322, 2.2.3). */
export function headersIn(block: string): Header[] {
  return block
    .slice(0, longestBlock)
    .replace(/\r?\n(?=[ \t])/g, "")
    .split(/\r?\n/)
    .map((line) => /^([!-9;-~]{1,200}):[ \t]*(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, name = "", value = ""]) => ({ name: name.toLowerCase(), value: value.trim() }));
}

const longestBlock = 500_000;

/** Headers with what a service tells beside them, where a header is missing. */
export function withFallbacks(
  headers: readonly Header[],
  fallbacks: Record<string, string | undefined>,
): Header[] {
  const missing = Object.entries(fallbacks).filter(
    ([name, value]) => value && firstOf(headers, name) === "",
  );
  return [...headers, ...missing.map(([name, value = ""]) => ({ name, value }))];
}
