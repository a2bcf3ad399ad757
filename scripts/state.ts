import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { inCache } from "./paths.ts";
import { descendantsOf, endTree, identify, isRunning, type Known } from "./processes.ts";
import { Refusal } from "./refusal.ts";

const file = inCache("start", "processes.json");

type State = { starter: Known; children: Known[] };

/** Notes this process and all it started, so that the next start can clean up after one that was killed. */
export function remember(): void {
  const starter = identify(process.pid);
  if (!starter) return;
  const state: State = { starter, children: descendantsOf(process.pid) };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(state));
}

export function forget(): void {
  rmSync(file, { force: true });
}

/** Ends what an earlier start left behind; throws a Refusal when that start is still at work. */
export async function clearStale(): Promise<void> {
  if (!existsSync(file)) return;
  const state = read();
  if (state && isRunning(state.starter)) {
    throw new Refusal(
      `Hilo is already running here, as process ${state.starter.pid}, and has its ports: stop it with Ctrl+C in its window (or kill ${state.starter.pid}), then start again.`,
    );
  }
  await Promise.all((state?.children ?? []).filter(isRunning).map((known) => endTree(known)));
  forget();
}

function read(): State | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined; // Cut off while it was written: the processes in it ended with their parent.
  }
}
