import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { inRoot, root } from "./paths.ts";
import { endTree, identify, type Known } from "./processes.ts";
import { Refusal } from "./refusal.ts";

export type Program = {
  /** What people read when it fails: "The simulator". */
  title: string;
  args: string[];
  folder: string;
  log: string;
  environment: NodeJS.ProcessEnv;
  /** Whether it may be used now; asked again and again. */
  ready: (output: string) => boolean | Promise<boolean>;
  /** Milliseconds until it must be ready. */
  within: number;
};

export type Running = {
  known: Known;
  /** Resolves when it ended by itself, with a sentence and its last lines. */
  ended: Promise<string>;
  stop(): Promise<void>;
};

/** Starts a Node program in a group of its own, its output in a log, and waits until it is ready. */
export async function launch(program: Program): Promise<Running> {
  const child = spawnQuietly(program);
  const known = child.pid === undefined ? undefined : identify(child.pid);
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`${program.title} did not start: ${error.message}`));
    child.once("exit", () => resolve(`${program.title} stopped. ${tail(program.log)}`));
  });
  if (!known) throw new Refusal(await ended);
  const failure = await Promise.race([whenReady(program), ended]);
  if (failure === undefined) return { known, ended, stop: () => endTree(known) };
  await endTree(known);
  throw new Refusal(failure);
}

function spawnQuietly(program: Program): ChildProcess {
  mkdirSync(dirname(program.log), { recursive: true });
  const log = openSync(program.log, "w");
  const preload = ["--import", inRoot("scripts/with-parent.mjs")];
  const child = spawn(process.execPath, [...preload, ...program.args], {
    cwd: program.folder,
    env: program.environment,
    detached: true,
    stdio: ["ignore", log, log, "ipc"],
  });
  closeSync(log);
  child.channel?.unref();
  return child;
}

async function whenReady(program: Program): Promise<string | undefined> {
  const end = Date.now() + program.within;
  while (!(await program.ready(readFileSync(program.log, "utf8")))) {
    if (Date.now() > end) {
      return `${program.title} was not ready within ${program.within / 1000} s. ${tail(program.log)}`;
    }
    await wait(150);
  }
  return undefined;
}

function tail(log: string): string {
  if (!existsSync(log)) return "";
  const lines = stripVTControlCharacters(readFileSync(log, "utf8")).trim().split("\n").slice(-20);
  return `Its last lines (all of them are in ${relative(root, log)}):\n\n${lines.join("\n")}`;
}
