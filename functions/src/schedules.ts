import { foldYesterday } from "./conversations/recount.ts";
import { removeForgotten } from "./files/removal.ts";
import { mendSince } from "./mending.ts";
import { sweep } from "./outbound/sweep.ts";
import { allWorkspaces } from "./platform/firestore.ts";
import { log } from "./platform/log.ts";
import { enqueue } from "./platform/tasks.ts";
import { endAttendances } from "./users/attendance.ts";

/** What is looked after each minute, side by side. */
const everyMinute = { sweep, endAttendances };

/** What is done each night for a workspace, in this order: what is made up for counts on its day. */
const nightly = { mendSince, foldYesterday };

/** What is done each night for all. */
const nightlyForAll = { removeForgotten };

/** Each minute. */
export async function minute(): Promise<void> {
  const bodies = Object.entries<() => Promise<unknown>>(everyMinute);
  failWith(await Promise.all(bodies.map(([name, body]) => alone(name, body))));
}

/** Each night: has every workspace's night done by a task of its own, and does what is for all. */
export async function night(): Promise<void> {
  for (const workspaceId of await allWorkspaces()) await enqueue("workspaceNight", { workspaceId });
  await nightForAll();
}

/** What a night does once, for all workspaces. */
export async function nightForAll(): Promise<void> {
  failWith(await eachAlone(nightlyForAll, (body) => body()));
}

/** A workspace's night; it may be done again. */
export async function workspaceNight(workspaceId: string): Promise<void> {
  failWith(await eachAlone(nightly, (body) => body(workspaceId)));
}

async function eachAlone<B>(
  bodies: Record<string, B>,
  run: (body: B) => Promise<unknown>,
): Promise<(string | undefined)[]> {
  const done: (string | undefined)[] = [];
  for (const [name, body] of Object.entries(bodies)) done.push(await alone(name, () => run(body)));
  return done;
}

/** One that fails must not keep the others. Gives its name then. */
async function alone(name: string, body: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await body();
    return undefined;
  } catch (error) {
    log.error("schedule.failed", { name, error });
    return name;
  }
}

function failWith(done: readonly (string | undefined)[]): void {
  const failed = done.filter((name) => name !== undefined);
  if (failed.length > 0) throw new Error(`Not done: ${failed.join(", ")}`);
}
