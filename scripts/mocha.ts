import { readFileSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import Mocha from "mocha";
import { inCache, inRoot, root } from "./paths.ts";
import { addTime, timed, timesSpent } from "./stopwatch.ts";
import type { SuiteOutcome, Times } from "./suite-outcome.ts";

type Settings = { require: string[]; "forbid-only": boolean; "forbid-pending": boolean };

/** Runs test files in this process: `mocha <timeout> <file>…`, with the settings of .mocharc.json. */
export async function main([timeout, ...files]: string[]): Promise<void> {
  enableCompileCache(inCache("compiled"));
  const settings: Settings = JSON.parse(readFileSync(inRoot(".mocharc.json"), "utf8"));
  for (const path of settings.require) await import(pathToFileURL(inRoot(path)).href);
  const mocha = new Mocha({
    ui: "bdd",
    timeout: Number(timeout),
    forbidOnly: settings["forbid-only"],
    forbidPending: settings["forbid-pending"],
  });
  for (const file of files) mocha.addFile(resolve(file));
  await timed("load", () => mocha.loadFilesAsync());
  const outcome = await run(mocha);
  // Connections to emulators stay open; a test that forgot to wait must not hold the run either.
  process.send?.(outcome, () => process.exit(outcome.failures.length > 0 ? 1 : 0));
}

function run(mocha: Mocha): Promise<SuiteOutcome> {
  const times: Times = { files: {}, tests: [], setUp: {} };
  const failedFiles = new Set<string>();
  const outcome: SuiteOutcome = { passed: 0, failures: [], times };
  return new Promise((done) => {
    const runner = mocha.run(() => {
      times.setUp = timesSpent();
      done({ ...outcome, failedFiles: [...failedFiles] });
    });
    runner.on("pass", () => {
      outcome.passed += 1;
    });
    runner.on("fail", (test, error) => {
      outcome.failures.push(failureWords(test, error));
      if (test.file) failedFiles.add(relative(root, test.file));
    });
    measure(runner, times);
  });
}

/** The end of a long run is all that a machine's record keeps of it: there stands what failed. */
export function failureWords(
  test: Pick<Mocha.Runnable, "fullTitle" | "file">,
  error: unknown,
): string {
  const why = error instanceof Error ? error.message : String(error);
  const file = test.file ? ` (${relative(root, test.file)})` : "";
  const lines = why.split("\n").map((line) => line.trim());
  const words = lines.filter((line) => line !== "").join(" ");
  return `${test.fullTitle()}${file}: ${words.length > 600 ? `${words.slice(0, 599)}…` : words}`;
}

function measure(runner: Mocha.Runner, { files, tests }: Times): void {
  const begun = new Map<Mocha.Runnable, number>();
  const begins = (one: Mocha.Runnable) => begun.set(one, performance.now());
  const ends = (one: Mocha.Runnable): number => {
    const took = performance.now() - (begun.get(one) ?? performance.now());
    const file = one.file ? relative(root, one.file) : "hooks of all files";
    files[file] = (files[file] ?? 0) + took;
    return took;
  };
  runner.on("test", begins);
  runner.on("hook", begins);
  runner.on("hook end", (hook) => addTime("hooks", ends(hook)));
  runner.on("test end", (test) => {
    tests.push({ title: test.fullTitle(), took: ends(test) });
  });
}
