import { type Child, commandOf, descendantsOf, endTree, isRunning, parentOf } from "./processes.ts";

let stopping: Promise<void> | undefined;

/** Ends every process that this one started and all that they started; does it once, however often it is asked. */
export function endChildren(): Promise<void> {
  stopping ??= endAll();
  return stopping;
}

// Some end only after they have started another: so again, until none is left.
async function endAll(): Promise<void> {
  for (let family = started(); family.length > 0; family = started()) {
    const own = family.filter(({ parent }) => parent === process.pid);
    await Promise.all(own.map((known) => endTree(known)));
    await Promise.all(family.filter(isRunning).map((known) => endTree(known, 0)));
  }
}

function started(): Child[] {
  return descendantsOf(process.pid);
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Resolves when somebody asks this process to stop: Ctrl+C, a signal, or the npm that started it is gone.
 * From then on, a second request ends everything at once.
 */
export function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    let asked = 0;
    const ask = () => {
      asked += 1;
      if (asked > 2) process.exit(1);
      resolve();
    };
    for (const name of signals) process.on(name, ask);
    if (process.env.npm_lifecycle_event) watchParent(ask);
  });
}

function watchParent(ask: () => void): void {
  const before = caller();
  const timer = setInterval(() => {
    if (caller() === before) return;
    clearInterval(timer);
    ask();
  }, 1000);
  timer.unref();
}

// npm starts scripts through a shell, which outlives it: then the shell's parent is looked at.
function caller(): number | undefined {
  const parent = process.ppid;
  const script = process.env.npm_lifecycle_script ?? "";
  return commandOf(parent).includes(script) ? parentOf(parent) : parent;
}
