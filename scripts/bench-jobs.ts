import { spawn } from "node:child_process";
import { benchFile, type HeldBench, heldBenches } from "./benches.ts";
import { speaker } from "./floor.ts";
import type { Job } from "./lanes.ts";
import { inRoot, root } from "./paths.ts";
import type { SuiteOutcome } from "./suite-outcome.ts";

/** The benchmarks that are held, or those named, each a job of its own that counts as one test. */
export function benchJobs(names = heldBenches.map(({ name }) => name)): Job[] {
  return heldBenches.filter(({ name }) => names.includes(name)).map(jobOf);
}

function jobOf({ name, needs, weight, environment: told = {} }: HeldBench): Job {
  const title = `bench:${name}`;
  // What other tests left in a database would be counted with it.
  const own = { GCLOUD_PROJECT: `demo-bench-${name}` };
  return {
    title,
    needs,
    weight,
    run: (environment) => runHeld(title, benchFile(name), { ...told, ...environment, ...own }),
  };
}

/** Runs a benchmark in a process of its own; fails when a figure is over its budget. */
export async function runHeld(
  title: string,
  file: string,
  environment: Readonly<Record<string, string>>,
): Promise<SuiteOutcome> {
  const { say, end } = speaker();
  const begun = performance.now();
  const { ok, output } = await runFile(file, environment);
  const took = ((performance.now() - begun) / 1000).toFixed(1);
  say(`\n── ${title}: ${took} s\n${output}`);
  end();
  return ok ? { passed: 1, failures: [] } : { passed: 0, failures: [`${title}: ${why(output)}`] };
}

function runFile(
  file: string,
  environment: Readonly<Record<string, string>>,
): Promise<{ ok: boolean; output: string }> {
  const preloads = ["scripts/with-parent.mjs", "test/support/environment.ts"];
  const args = [...preloads.flatMap((one) => ["--import", inRoot(one)]), file];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ ok: false, output: error.message }));
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });
}

/** The figures that are over; where there are none, the error, or what it said last. */
function why(output: string): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const over = lines.filter((line) => line.startsWith("OVER"));
  const error = lines.find((line) => /^\w*Error\b/.test(line)) ?? lines.at(-1);
  return over.join("; ") || (error ?? "it said nothing");
}
