import { spawn } from "node:child_process";
import { speaker } from "./floor.ts";
import { inRoot, root } from "./paths.ts";
import type { SuiteOutcome } from "./suite-outcome.ts";
import { type SuiteName, suite } from "./suites.ts";

/** Runs files of a suite in a process of its own; what cannot run counts as one failure. */
export async function runSuite(
  name: SuiteName,
  title: string,
  files: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<SuiteOutcome> {
  const { say, end } = speaker();
  say(`\n── ${title}: ${files.length} ${files.length === 1 ? "file" : "files"}\n`);
  const outcome = await runFiles([String(suite(name).timeout), ...files], environment, say);
  const ran = outcome && outcome.passed + outcome.failures.length > 0;
  const silence = outcome ? "No test ran" : "The tests ended before their end";
  if (!ran) say(`  ${silence}.\n`);
  end();
  return ran
    ? { ...outcome, suite: name }
    : { passed: 0, failures: [`${title}: ${silence}: ${files.join(", ")}`] };
}

function runFiles(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  say: (words: string) => void,
): Promise<SuiteOutcome | undefined> {
  const preload = ["--import", inRoot("scripts/with-parent.mjs")];
  const child = spawn(
    process.execPath,
    [...preload, inRoot("scripts/main.mjs"), "mocha", ...args],
    {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", say);
  return new Promise((resolve) => {
    let outcome: SuiteOutcome | undefined;
    child.on("message", (message) => {
      outcome = message as SuiteOutcome;
    });
    child.once("error", () => resolve(undefined));
    child.once("close", () => resolve(outcome));
  });
}
