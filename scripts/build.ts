import { execFile } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { promisify } from "node:util";
import { buildFunctions } from "./build-functions.ts";
import { fingerprint, onceFor } from "./fingerprint.ts";
import { inRoot, root } from "./paths.ts";
import { Refusal } from "./refusal.ts";

type Target = { name: string; sources: string[]; result: string; build: () => Promise<void> };

const everyone = ["schema/src", "package-lock.json", "tsconfig.base.json"];

const targets: readonly Target[] = [
  {
    name: "functions",
    sources: ["functions/src", "functions/package.json", "scripts/build-functions.ts"],
    result: "functions/dist/index.js",
    build: buildFunctions,
  },
  {
    name: "console",
    sources: ["console", "bricks"],
    result: "console/dist/index.html",
    build: () => buildWorkspace("console"),
  },
  {
    name: "widget",
    sources: ["widget", "bricks"],
    result: "widget/dist/widget.js",
    build: () => buildWorkspace("widget"),
  },
  {
    name: "simulator",
    sources: ["simulator", "bricks"],
    result: "simulator/dist/index.html",
    build: () => buildWorkspace("simulator"),
  },
];

/** Builds what changed since it was last built, side by side; answers the names of what it built. */
export async function buildAll(): Promise<string[]> {
  const built = await Promise.all(
    targets.map(async ({ name, sources, result, build }) => {
      const print = fingerprint([...sources, ...everyone]);
      return (await onceFor(name, print, inRoot(result), build)) ? [name] : [];
    }),
  );
  placeWidget();
  return built.flat();
}

/** Hosting serves one folder: the console's, which each of its builds empties. */
function placeWidget(): void {
  const place = inRoot("console/dist/widget");
  rmSync(place, { recursive: true, force: true });
  cpSync(inRoot("widget/dist"), place, { recursive: true });
}

const run = promisify(execFile);

async function buildWorkspace(name: string): Promise<void> {
  try {
    await run("npm", ["run", "--silent", "build", "-w", name], { cwd: root });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Refusal(`The ${name} does not build:\n\n${stdout}${stderr}`);
  }
}

/** `npm run build`. */
export async function main(): Promise<void> {
  const built = await buildAll();
  console.log(built.length > 0 ? `Built: ${built.join(", ")}.` : "Everything is built already.");
}
