import { existsSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { benchJobs } from "./bench-jobs.ts";
import { changedTests } from "./changed-tests.ts";
import { endChildren, stopRequested } from "./children.ts";
import { inspections, jobsOf } from "./jobs.ts";
import { type Job, laneCount, runInLanes } from "./lanes.ts";
import { root } from "./paths.ts";
import { Refusal } from "./refusal.ts";
import { secondGo } from "./second-go.ts";
import { isSuite, suiteNames } from "./suites.ts";
import { testFolder } from "./test-folder.ts";
import { keepTimes, printTimes } from "./time-table.ts";

/**
 * `npm test`, `npm test -- --changed [commit]`, `npm run test:<suite> [-- file …]`: starts what the tests need,
 * runs them in two processes side by side, leaves nothing running.
 */
export function main(args: string[]): Promise<void> {
  const keep = args.includes("--keep-times");
  const chosen = args.filter((one) => one !== "--keep-times");
  return runAndExit(jobsFor(chosen), { keep, isWhole: chosen.length === 0 });
}

/** A database that lives for minutes spends half its time on compiling itself well, and loses it. */
const briefJava = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

type Options = {
  /** Keeps the times of a run that passed. */
  keep?: boolean;
  /** Everything is run, on whatever machine: what its slowness alone broke is tried a second time. */
  isWhole?: boolean;
};

/** Runs jobs, tells what came of them, and ends the process. */
export async function runAndExit(
  jobs: readonly Job[],
  { keep = false, isWhole = false }: Options = {},
): Promise<void> {
  process.env.JAVA_TOOL_OPTIONS ??= briefJava;
  const begin = performance.now();
  const folder = testFolder();
  let stopping = false;
  const stopped = stopRequested().then(() => {
    stopping = true;
    return undefined;
  });
  const ended = () => stopping;
  const run = async () => {
    const first = await runInLanes(jobs, { lanes: laneCount, folder, ended });
    if (!isWhole || stopping) return first;
    return secondGo(first, (again) =>
      runInLanes(again, { lanes: 1, folder: `${folder}/again`, ended }),
    );
  };
  const outcomes = await Promise.race([stopped, run()]).finally(endChildren);
  const passed = (outcomes ?? []).reduce((total, outcome) => total + outcome.passed, 0);
  const failures = (outcomes ?? []).flatMap((outcome) => outcome.failures);
  printTimes(outcomes ?? [], performance.now() - begin);
  const green = outcomes !== undefined && failures.length === 0;
  if (keep && green) keepTimes(outcomes);
  if (green) rmSync(folder, { recursive: true, force: true });
  else if (existsSync(folder)) console.log(`\nThe logs are in ${relative(root, folder)}.`);
  if (failures.length > 0) console.log(["\n── What failed", ...failures].join("\n  "));
  const code = green && passed > 0 ? 0 : 1;
  // Whoever reads slowly gets the end, too: what was said is out before this process ends.
  process.stdout.write(`\n${passed} passed, ${failures.length} failed\n`, () => process.exit(code));
}

function jobsFor([first, ...rest]: string[]): Job[] {
  if (first === undefined)
    return [...inspections, ...suiteNames.flatMap((name) => jobsOf(name)), ...benchJobs()];
  if (first === "--changed") return jobsChanged(rest[0]);
  if (!isSuite(first)) throw new Refusal(`There is no suite ${first}.`);
  return jobsOf(first, rest.length > 0 ? rest : undefined);
}

function jobsChanged(since: string | undefined): Job[] {
  const reached = changedTests(since);
  const tests = suiteNames.flatMap((name) => jobsOf(name, reached[name]));
  return [...inspections, ...tests, ...benchJobs(reached.benches)];
}
