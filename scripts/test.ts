import { existsSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { endChildren, stopRequested } from "./children.ts";
import type { Emulators } from "./emulators.ts";
import type { Outcome } from "./mocha.ts";
import { root } from "./paths.ts";
import { provide } from "./provide.ts";
import { fill } from "./raise.ts";
import { Refusal } from "./refusal.ts";
import { runSuite } from "./run-suite.ts";
import { isSuite, type SuiteName, suite, suiteNames } from "./suites.ts";
import { testFolder } from "./test-folder.ts";

/** `npm test`, `npm run test:<suite> [-- file …]`: starts what the suites need, runs them, leaves nothing running. */
export async function main(args: string[]): Promise<void> {
  const [first, ...files] = args;
  const names = isSuite(first) ? [first] : suiteNames;
  if (first && !isSuite(first)) throw new Refusal(`There is no suite ${first}.`);
  const folder = testFolder();
  const stopped = stopRequested().then(() => {
    stopping = true;
    return undefined;
  });
  const outcomes = await Promise.race([stopped, runAll(names, files, folder)]).finally(endChildren);
  const passed = sum(outcomes, "passed");
  const failed = sum(outcomes, "failed");
  if (outcomes && failed === 0) rmSync(folder, { recursive: true, force: true });
  else if (existsSync(folder)) console.log(`\nThe logs are in ${relative(root, folder)}.`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(outcomes && passed > 0 && failed === 0 ? 0 : 1);
}

function sum(outcomes: readonly Outcome[] | undefined, key: keyof Outcome): number {
  return (outcomes ?? []).reduce((total, outcome) => total + outcome[key], 0);
}

async function runAll(
  names: readonly SuiteName[],
  files: readonly string[],
  folder: string,
): Promise<Outcome[]> {
  const house = provide(
    names.map((name) => suite(name).needs),
    folder,
  );
  house.catch(() => undefined); // Looked at below; the suites that need nothing run first.
  const outcomes: Outcome[] = [];
  try {
    if (names.includes("unit")) outcomes.push(await runSuite("unit", files, {}));
    const emulators = await house;
    const rest = names.filter((name) => name !== "unit");
    for (const name of rest) outcomes.push(await runWith(emulators, name, files));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.log(`\n${error.message}`);
    outcomes.push({ passed: 0, failed: 1 });
  }
  return outcomes;
}

/** What a suite left behind is none of the next one's business. */
async function empty({ environment }: Emulators): Promise<void> {
  const { FIRESTORE_EMULATOR_HOST: host, GCLOUD_PROJECT: project } = environment;
  const documents = `emulator/v1/projects/${project}/databases/(default)/documents`;
  const { ok, status } = await fetch(`http://${host}/${documents}`, { method: "DELETE" });
  if (!ok) throw new Error(`The database could not be emptied: ${status}`);
}

let stopping = false;
let filled = false;

async function runWith(
  emulators: Emulators | undefined,
  name: SuiteName,
  files: readonly string[],
): Promise<Outcome> {
  if (stopping) return { passed: 0, failed: 0 };
  if (!emulators) throw new Error(`Nothing was started for ${name}.`);
  const run = () => runSuite(name, files, emulators.environment);
  if (suite(name).needs === "database")
    return emulators.withoutTriggers(() => empty(emulators).then(run));
  if (!filled) await fill(emulators, () => undefined);
  filled = true;
  return run();
}
