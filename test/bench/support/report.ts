/** One line of a benchmark: what was measured, what it came to, what it may be. */
export type Row = { what: string; figure: string; budget: string; ok: boolean };

/** A figure that is told for what the others are compared with. */
export function comparison(what: string, figure: string): Row {
  return { what, figure, budget: "for comparison", ok: true };
}

export function atMost(what: string, figure: number, most: number): Row {
  return { what, figure: figure.toFixed(2), budget: `≤ ${most}`, ok: figure <= most };
}

export function atLeast(what: string, figure: number, least: number): Row {
  return { what, figure: figure.toFixed(2), budget: `≥ ${least}`, ok: figure >= least };
}

/** Prints the figures beside their budgets; the process ends with 1 when one is over. */
export function report(rows: readonly Row[]): void {
  const head = { what: "measured", figure: "figure", budget: "budget" };
  const width = (key: keyof typeof head) =>
    Math.max(...[head, ...rows].map((row) => row[key].length));
  const line = (row: typeof head, mark: string) =>
    `${mark} ${row.what.padEnd(width("what"))}  ${row.figure.padStart(width("figure"))}  ${row.budget}`;
  console.log(line(head, "    ").trimEnd());
  for (const row of rows) console.log(line(row, row.ok ? "ok  " : "OVER"));
  if (rows.length === 0 || rows.some((row) => !row.ok)) process.exitCode = 1;
}

/** Tells what a long benchmark is at. */
export function say(words: string): void {
  console.log(words);
}
