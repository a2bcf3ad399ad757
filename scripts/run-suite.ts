import { spawn } from "node:child_process";
import type { Outcome } from "./mocha.ts";
import { inRoot, root } from "./paths.ts";
import { filesOf, type SuiteName, suite } from "./suites.ts";

/** Runs one suite in a process of its own; what cannot run counts as one failure. */
export async function runSuite(
  name: SuiteName,
  files: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const chosen = files.length > 0 ? files : filesOf(name);
  console.log(`\n── ${name}: ${chosen.length} ${chosen.length === 1 ? "file" : "files"}`);
  const outcome = await runFiles([String(suite(name).timeout), ...chosen], environment);
  if (outcome && outcome.passed + outcome.failed > 0) return outcome;
  console.log(
    outcome ? `  No test ran in ${name}.` : `  The tests of ${name} ended before their end.`,
  );
  return { passed: 0, failed: 1 };
}

function runFiles(
  args: string[],
  environment: Readonly<Record<string, string>>,
): Promise<Outcome | undefined> {
  const preload = ["--import", inRoot("scripts/with-parent.mjs")];
  const child = spawn(
    process.execPath,
    [...preload, inRoot("scripts/main.mjs"), "mocha", ...args],
    {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    },
  );
  return new Promise((resolve) => {
    let outcome: Outcome | undefined;
    child.on("message", (message) => {
      outcome = message as Outcome;
    });
    child.once("error", () => resolve(undefined));
    child.once("close", () => resolve(outcome));
  });
}
