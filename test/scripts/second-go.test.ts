import { deepEqual, equal } from "node:assert/strict";
import type { Job } from "../../scripts/lanes.ts";
import { secondGo } from "../../scripts/second-go.ts";
import type { SuiteOutcome } from "../../scripts/suite-outcome.ts";
import type { SuiteName } from "../../scripts/suites.ts";

function failed(suite: SuiteName, ...failedFiles: string[]): SuiteOutcome {
  return { suite, passed: 5, failures: failedFiles.map((file) => `${file}: late`), failedFiles };
}

const passed: SuiteOutcome = { suite: "unit", passed: 9, failures: [] };
const window = "test/browser/window.browser.ts";

/** What comes of a run's outcomes, and what was run again. */
async function outcomeOf(first: SuiteOutcome[], again: string[] = []) {
  const ran: Job[] = [];
  const said: string[] = [];
  const run = async (jobs: Job[]) => {
    ran.push(...jobs);
    return [{ passed: 3, failures: again }];
  };
  const outcomes = await secondGo(first, run, (words) => void said.push(words));
  equal(said.length, ran.length > 0 ? 1 : 0);
  return {
    passed: outcomes.reduce((sum, one) => sum + one.passed, 0),
    failures: outcomes.flatMap(({ failures }) => failures),
    ran: ran.length,
  };
}

describe("the second go of what a slow machine broke", () => {
  it("counts what passes then, once", async () => {
    const found = await outcomeOf([passed, failed("browser", window)]);
    deepEqual(found, { passed: 15, failures: [], ran: 1 });
  });

  it("leaves failed what fails again", async () => {
    const found = await outcomeOf([passed, failed("browser", window)], ["still late"]);
    deepEqual(found, { passed: 14, failures: ["still late"], ran: 1 });
  });

  it("is not for what does not live by the clock, nor for what failed beside it", async () => {
    for (const suite of ["unit", "rules", "delivery", "histories"] as const) {
      const { failures, ran } = await outcomeOf([
        failed("browser", window),
        failed(suite, "a.test.ts"),
      ]);
      equal(failures.length, 2);
      equal(ran, 0, suite);
    }
  });

  it("is not for much at once, nor for a process that ended before its end", async () => {
    const many = failed("journeys", "a.ts", "b.ts", "c.ts", "d.ts", "e.ts");
    equal((await outcomeOf([many])).ran, 0);
    equal((await outcomeOf([{ suite: "browser", passed: 0, failures: ["It ended"] }])).ran, 0);
    equal((await outcomeOf([{ passed: 0, failures: ["types"] }])).ran, 0);
  });

  it("does not take place where all passed", async () => {
    deepEqual(await outcomeOf([passed]), { passed: 9, failures: [], ran: 0 });
  });
});
