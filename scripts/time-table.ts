import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { inRoot } from "./paths.ts";
import { type SetUp, timesSpent } from "./stopwatch.ts";
import type { SetUpTimes, SuiteOutcome, Times } from "./suite-outcome.ts";
import { type SuiteName, suiteNames } from "./suites.ts";

/** Where the times of an earlier run are kept: milliseconds by file. */
const keptTimes = inRoot("test/times.json");

export function readTimes(): Record<string, number> {
  return existsSync(keptTimes) ? JSON.parse(readFileSync(keptTimes, "utf8")) : {};
}

/** Prints where the time of a run went: by suite, by file, the slowest tests, set-up, and what grew. */
export function printTimes(outcomes: readonly SuiteOutcome[], whole: number): void {
  for (const name of suiteNames) {
    const own = outcomes.filter(({ suite }) => suite === name).flatMap(({ times }) => times ?? []);
    if (own.length > 0) console.log(`\n${suiteTable(name, own.reduce(added))}`);
  }
  const files = timesOf(outcomes);
  const grown = grownMost(readTimes(), files);
  if (grown.length > 0)
    console.log(`\n── Grown most since test/times.json was kept\n${rows(grown)}`);
  console.log(`\n── All of it: ${seconds(whole)} s; set-up: ${setUpWords(timesSpent())}`);
}

/** Milliseconds by file. */
export function timesOf(outcomes: readonly SuiteOutcome[]): Record<string, number> {
  const entries = outcomes.flatMap(({ times }) => Object.entries(times?.files ?? {}));
  return Object.fromEntries(entries);
}

/** Keeps the times of a run, to the tenth of a second, for the table and the portions of later ones. */
export function keepTimes(outcomes: readonly SuiteOutcome[]): void {
  const times = Object.entries({ ...readTimes(), ...timesOf(outcomes) })
    .filter(([file]) => existsSync(inRoot(file)))
    .map(([file, took]) => [file, Math.ceil(took / 100) * 100] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(keptTimes, `${JSON.stringify(Object.fromEntries(times), null, 2)}\n`);
}

function added(a: Times, b: Times): Times {
  const kinds = [...Object.keys(a.setUp), ...Object.keys(b.setUp)] as SetUp[];
  return {
    files: { ...a.files, ...b.files },
    tests: [...a.tests, ...b.tests],
    setUp: Object.fromEntries(
      kinds.map((kind) => [kind, (a.setUp[kind] ?? 0) + (b.setUp[kind] ?? 0)]),
    ),
  };
}

/** Files shorter than this share a row, in milliseconds. */
const short = 500;

function suiteTable(name: SuiteName, { files, tests, setUp }: Times): string {
  const sorted = Object.entries(files).sort(([, a], [, b]) => b - a);
  const rest = sorted.filter(([, took]) => took < short);
  const shown = sorted.filter(([, took]) => took >= short);
  const slowest = [...tests].sort((a, b) => b.took - a.took).slice(0, 10);
  return [
    `── ${name}: ${seconds(sum(tests.map(({ took }) => took)))} s in tests; set-up: ${setUpWords(setUp)}`,
    rows(shown),
    rows(rest.length > 0 ? [[`${rest.length} more files`, sum(rest.map(([, t]) => t))]] : []),
    "  the slowest tests:",
    rows(slowest.map(({ title, took }) => [title, took])),
  ]
    .filter(Boolean)
    .join("\n");
}

/** The ten files that took the most more, in milliseconds, than they did when the times were kept. */
export function grownMost(
  before: Readonly<Record<string, number>>,
  now: Readonly<Record<string, number>>,
): [string, number][] {
  return Object.entries(now)
    .map(([file, took]): [string, number] => [file, took - (before[file] ?? 0)])
    .filter(([, more]) => more > 1000)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 10);
}

function rows(times: readonly (readonly [string, number])[]): string {
  return times.map(([name, took]) => `  ${seconds(took).padStart(7)} s  ${name}`).join("\n");
}

function setUpWords(setUp: SetUpTimes): string {
  const words = Object.entries(setUp).map(([kind, took]) => `${kind} ${seconds(took)}`);
  return words.join(", ") || "none";
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
