import { jobsOf } from "./jobs.ts";
import type { Job } from "./lanes.ts";
import type { SuiteOutcome } from "./suite-outcome.ts";
import { type SuiteName, suite } from "./suites.ts";

/** In more files than this it is not the machine that failed. */
const mostFiles = 4;

/**
 * Runs once more what failed of the suites that live by the clock, in a new house with nothing beside it: on a machine
 * several times slower than others a wait ends that says nothing of what is tested. What fails again has failed; what
 * passes is told apart. Anything else that failed, or much of it, gets no second go.
 */
export async function secondGo(
  first: readonly SuiteOutcome[],
  run: (jobs: Job[]) => Promise<SuiteOutcome[]>,
  say: (words: string) => void = console.log,
): Promise<SuiteOutcome[]> {
  const failed = first.filter(({ failures }) => failures.length > 0);
  const files = failed.flatMap(({ failedFiles }) => failedFiles ?? []);
  const isWorthIt = failed.every(livesByTheClock) && files.length <= mostFiles;
  if (failed.length === 0 || !isWorthIt) return [...first];
  const words = failed.flatMap(({ failures }) => failures);
  say(["\n── What failed, and is tried once more by itself", ...words].join("\n  "));
  const jobs = failed.flatMap(({ suite: name, failedFiles }) =>
    name ? jobsOf(name, failedFiles) : [],
  );
  const again = await run(jobs);
  const failures = again.flatMap((outcome) => outcome.failures);
  const passed = Math.max(0, words.length - failures.length);
  const kept = first.map((outcome) => ({ ...outcome, failures: [] }));
  return [...kept, { passed, failures }];
}

function livesByTheClock({ suite: name, failedFiles }: SuiteOutcome): boolean {
  return name !== undefined && needsHouse(name) && (failedFiles ?? []).length > 0;
}

function needsHouse(name: SuiteName): boolean {
  return suite(name).needs === "house";
}
