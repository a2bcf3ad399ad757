import { globSync, rmSync } from "node:fs";
import { inCache } from "./paths.ts";
import { identify } from "./processes.ts";

/** The folder of this test run. Removes those of runs that were killed. */
export function testFolder(): string {
  for (const name of globSync("test-*", { cwd: inCache() })) {
    const pid = Number(/^test-(\d+)$/.exec(name)?.[1]);
    if (pid && !identify(pid)) rmSync(inCache(name), { recursive: true, force: true });
  }
  return inCache(`test-${process.pid}`);
}
