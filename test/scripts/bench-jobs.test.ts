import { deepEqual, equal, match } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { benchJobs, runHeld } from "../../scripts/bench-jobs.ts";
import { inRoot } from "../../scripts/paths.ts";

const report = pathToFileURL(inRoot("test/bench/support/report.ts")).href;

describe("the benchmarks that every test run holds", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "hilo-bench-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function bench(name: string, code: string): string {
    const file = join(folder, `${name}.ts`);
    writeFileSync(file, code);
    return file;
  }

  function reporting(name: string, figure: number): string {
    const rows = `[atMost("reads", ${figure}, 8), atMost("writes", 1, 13)]`;
    return bench(name, `import { atMost, report } from "${report}";\nreport(${rows});\n`);
  }

  it("count as a test each", async () => {
    deepEqual(await runHeld("bench:good", reporting("good", 8), {}), { passed: 1, failures: [] });
  });

  it("fail the run when a figure is over its budget, and say which", async () => {
    const { passed, failures } = await runHeld("bench:over", reporting("over", 9), {});
    equal(passed, 0);
    match(failures.join(), /^bench:over: OVER +reads +9\.00 +≤ 8$/);
  });

  it("fail the run when they cannot be run, with what they said", async () => {
    const { failures } = await runHeld(
      "bench:broken",
      bench("broken", "throw new Error('no')"),
      {},
    );
    match(failures.join(), /^bench:broken: Error: no$/);
  });

  it("are those that count, not those that take times", () => {
    const titles = benchJobs().map(({ title }) => title);
    deepEqual(titles, [
      "bench:ops",
      "bench:exchange",
      "bench:size",
      "bench:rules",
      "bench:classify",
    ]);
  });
});
