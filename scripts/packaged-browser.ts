import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { fingerprint } from "./fingerprint.ts";
import { inCache, inRoot } from "./paths.ts";
import { Refusal } from "./refusal.ts";

/** A Chromium that an npm package carries. https://github.com/Sparticuz/chromium */
export type PackagedBrowser = { args: string[]; executablePath(): Promise<string> };

const name = "@sparticuz/chromium";

/**
 * The browser for machines that have none. npm fetches it, at the version of scripts/browser/package-lock.json, when
 * it is first asked for: who only starts Hilo does without its 66 MB. Throws a Refusal when npm cannot.
 */
export async function packagedBrowser(): Promise<PackagedBrowser> {
  const folder = inCache(`browser-${fingerprint(["scripts/browser"]).slice(0, 12)}`);
  if (!existsSync(folder)) await fetchInto(folder);
  const { resolve } = createRequire(join(folder, "package.json"));
  return (await import(pathToFileURL(resolve(name)).href)).default;
}

const run = promisify(execFile);

/** Two processes may fetch at once; the one that is first stays. */
async function fetchInto(folder: string): Promise<void> {
  const own = `${folder}.${process.pid}`;
  mkdirSync(own, { recursive: true });
  for (const file of ["package.json", "package-lock.json"])
    cpSync(inRoot("scripts/browser", file), join(own, file));
  try {
    await run("npm", ["ci", "--prefix", own, "--prefer-offline", "--no-audit", "--no-fund"]);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    throw new Refusal(
      `The tests' browser could not be fetched by npm (${error instanceof Error ? error.message : error}). Install Chrome or Chromium, or say where one is in CHROME_PATH.`,
    );
  }
  try {
    renameSync(own, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(own, { recursive: true, force: true });
  }
}
