import type { SetUp } from "./stopwatch.ts";
import type { SuiteName } from "./suites.ts";

/** What came of a suite, sent to the process that runs it. */
export type SuiteOutcome = {
  passed: number;
  /** What failed, by its name, with the beginning of why. */
  failures: string[];
  /** The files in which something failed, by their paths from the root. */
  failedFiles?: string[];
  suite?: SuiteName;
  times?: Times;
};

export type SetUpTimes = Partial<Record<SetUp, number>>;

/** How long files and tests took, in milliseconds. */
export type Times = {
  /** Each file with its hooks, by its path from the root. */
  files: Record<string, number>;
  tests: { title: string; took: number }[];
  setUp: SetUpTimes;
};
