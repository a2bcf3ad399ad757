import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { inRoot, root } from "./paths.ts";

const projects = ["schema", "functions", "console", "widget", "simulator", "scripts", "test"];

/** `npm run types`: checks the types of every workspace, the scripts and the tests, two at a time. */
export async function main(): Promise<void> {
  const waiting = projects.filter((name) => existsSync(inRoot(name, "tsconfig.json")));
  const missing = projects.filter((name) => !waiting.includes(name));
  const failed = missing.map((name) => `${name} (no tsconfig.json)`);
  const worker = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      if (!(await check(name))) failed.push(name);
    }
  };
  await Promise.all([worker(), worker()]);
  console.log(failed.length > 0 ? `Types are wrong in: ${failed.join(", ")}.` : "Types are right.");
  process.exitCode = failed.length > 0 ? 1 : 0;
}

function check(name: string): Promise<boolean> {
  // What was right at the last run is not looked at again until it changes.
  const known = ["--incremental", "--tsBuildInfoFile", inRoot(`.cache/types/${name}.tsbuildinfo`)];
  const tsc = spawn(
    process.execPath,
    [inRoot("node_modules/typescript/bin/tsc"), "-p", name, ...known],
    { cwd: root, stdio: "inherit" },
  );
  return new Promise((resolve) => tsc.once("close", (code) => resolve(code === 0)));
}
