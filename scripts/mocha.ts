import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import Mocha from "mocha";
import { inRoot } from "./paths.ts";

/** What came of a suite, sent to the process that runs it. */
export type Outcome = { passed: number; failed: number };

type Settings = { require: string[]; "forbid-only": boolean; "forbid-pending": boolean };

/** Runs test files in this process: `mocha <timeout> <file>…`, with the settings of .mocharc.json. */
export async function main([timeout, ...files]: string[]): Promise<void> {
  const settings: Settings = JSON.parse(readFileSync(inRoot(".mocharc.json"), "utf8"));
  for (const path of settings.require) await import(pathToFileURL(inRoot(path)).href);
  const mocha = new Mocha({
    ui: "bdd",
    timeout: Number(timeout),
    forbidOnly: settings["forbid-only"],
    forbidPending: settings["forbid-pending"],
  });
  for (const file of files) mocha.addFile(resolve(file));
  await mocha.loadFilesAsync();
  const outcome = await run(mocha);
  // Connections to emulators stay open; a test that forgot to wait must not hold the run either.
  process.send?.(outcome, () => process.exit(outcome.failed > 0 ? 1 : 0));
}

function run(mocha: Mocha): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failed: 0 };
  return new Promise((done) => {
    const runner = mocha.run(() => done(outcome));
    runner.on("pass", () => {
      outcome.passed += 1;
    });
    runner.on("fail", () => {
      outcome.failed += 1;
    });
  });
}
