import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** A process, told apart from a later one with the same number by the time it started. */
export type Known = { pid: number; started: string };

/** A process and the number of the one that started it. */
export type Child = Known & { parent: number };

/** Every process below this one, whatever group it is in, the nearest first. */
export function descendantsOf(pid: number): Child[] {
  const rows = table();
  const found: Child[] = [];
  let parents = new Set([pid]);
  while (parents.size > 0) {
    const children = rows.filter((row) => parents.has(row.parent));
    found.push(...children);
    parents = new Set(children.map((row) => row.pid));
  }
  return found;
}

/** What tells this process apart; undefined when there is none with the number. */
export function identify(pid: number): Known | undefined {
  const row = table().find((candidate) => candidate.pid === pid);
  return row && { pid, started: row.started };
}

/** The number of the process that started this one; undefined when there is none with the number. */
export function parentOf(pid: number): number | undefined {
  return table().find((candidate) => candidate.pid === pid)?.parent;
}

/** The command line of a process with its words parted by blanks; empty where it cannot be known. */
export function commandOf(pid: number): string {
  const path = `/proc/${pid}/cmdline`;
  return existsSync(path) ? readFileSync(path, "utf8").replaceAll("\0", " ") : "";
}

/** Whether this very process still runs. */
export function isRunning(known: Known): boolean {
  return identify(known.pid)?.started === known.started;
}

/** Ends a process and everything below it: politely, then by force. Resolves when none is left. */
export async function endTree(known: Known, patience = 10_000): Promise<void> {
  const family = [known, ...descendantsOf(known.pid)];
  if (isRunning(known)) signal(known, "SIGINT");
  if (await gone(family, patience)) return;
  const left = new Map([...family, ...family.flatMap(below)].map((one) => [one.pid, one]));
  for (const one of left.values()) signal(one, "SIGKILL");
  await gone([...left.values()], 5000);
}

function below(known: Known): Known[] {
  return isRunning(known) ? descendantsOf(known.pid) : [];
}

async function gone(family: readonly Known[], patience: number): Promise<boolean> {
  const end = Date.now() + patience;
  while (family.some(isRunning)) {
    if (Date.now() > end) return false;
    await wait(100);
  }
  return true;
}

function signal(known: Known, name: NodeJS.Signals): void {
  if (!isRunning(known)) return;
  try {
    process.kill(known.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function table(): Child[] {
  return existsSync("/proc/self/stat") ? fromProc() : fromPs();
}

function fromProc(): Child[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    const row = stat(Number(pid));
    return row ? [row] : [];
  });
}

// The name in brackets may hold anything; the fields that follow it are counted from its end. See proc(5).
function stat(pid: number): Child | undefined {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return undefined;
  try {
    const text = readFileSync(path, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return undefined;
    return { pid, parent: Number(fields[1]), started: fields[19] ?? "" };
  } catch {
    return undefined; // It ended while we were looking.
  }
}

function fromPs(): Child[] {
  const text = execFileSync("ps", ["-A", "-o", "pid=,ppid=,lstart="], { encoding: "utf8" });
  return text.split("\n").flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(.+)$/.exec(line);
    return match
      ? [{ pid: Number(match[1]), parent: Number(match[2]), started: String(match[3]) }]
      : [];
  });
}
