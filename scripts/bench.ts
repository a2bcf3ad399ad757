import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { benchFile, benchNeeds } from "./benches.ts";
import { endChildren, stopRequested } from "./children.ts";
import type { Needs } from "./needs.ts";
import { inRoot, root } from "./paths.ts";
import { provide } from "./provide.ts";
import { Refusal } from "./refusal.ts";
import { testFolder } from "./test-folder.ts";

/** `npm run bench:<name>`: starts what it needs, prints its figures, and fails when a budget is exceeded. */
export async function main([name = "", ...args]: string[]): Promise<void> {
  const needs = benchNeeds(name);
  if (!needs) throw new Refusal(`There is no benchmark ${name}.`);
  const folder = testFolder();
  const stopped = stopRequested().then(() => 1);
  const running = run(needs, [benchFile(name), ...args], folder);
  const code = await Promise.race([stopped, running]).finally(endChildren);
  if (code === 0) rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}

async function run(needs: Needs, args: readonly string[], folder: string): Promise<number> {
  const emulators = await provide(needs, folder);
  return runFile(args, emulators?.environment ?? {});
}

function runFile(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const preload = ["--import", inRoot("test/support/environment.ts")];
  const child = spawn(process.execPath, [...preload, ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
}
