import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fingerprint, onceFor } from "./fingerprint.ts";
import { inRoot, root } from "./paths.ts";
import { Refusal } from "./refusal.ts";

const products = ["schema", "bricks", "functions", "console", "widget", "simulator"];
const whole = [...products, "scripts", "test", "firebase.json"];

/** What the types of a project are made of; each has the tsconfig of the base and the packages besides. */
const sources: Readonly<Record<string, readonly string[]>> = {
  schema: ["schema"],
  bricks: ["bricks", "schema"],
  functions: ["functions", "schema"],
  console: ["console", "bricks", "schema"],
  widget: ["widget", "bricks", "schema"],
  simulator: ["simulator", "bricks", "schema"],
  scripts: whole,
  test: whole,
};

/** `npm run types`: checks the types of what changed among workspaces, scripts and tests, two at a time. */
export async function main(): Promise<void> {
  const waiting = Object.keys(sources).filter((name) => existsSync(inRoot(name, "tsconfig.json")));
  const missing = Object.keys(sources).filter((name) => !waiting.includes(name));
  const failed = missing.map((name) => `${name} (no tsconfig.json)`);
  const worker = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      if (!(await isRight(name))) failed.push(name);
    }
  };
  await Promise.all([worker(), worker()]);
  console.log(failed.length > 0 ? `Types are wrong in: ${failed.join(", ")}.` : "Types are right.");
  process.exitCode = failed.length > 0 ? 1 : 0;
}

/** Whether the types of a project are right; what was right is not looked at again until it changes. */
async function isRight(name: string): Promise<boolean> {
  const made = [...(sources[name] ?? whole), "tsconfig.base.json", "package-lock.json"];
  const notes = inRoot(`.cache/types/${name}.tsbuildinfo`);
  try {
    await onceFor(`types-${name}`, fingerprint(made), notes, () => check(name, notes));
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

async function check(name: string, notes: string): Promise<void> {
  // Of a project that changed, only what the change can reach is looked at.
  const known = ["--incremental", "--tsBuildInfoFile", notes];
  const tsc = spawn(
    process.execPath,
    [inRoot("node_modules/typescript/bin/tsc"), "-p", name, ...known],
    { cwd: root, stdio: "inherit" },
  );
  const code = await new Promise((resolve) => tsc.once("close", resolve));
  if (code !== 0) throw new Refusal(`The types of ${name} are wrong.`);
}
