import { setTimeout as wait } from "node:timers/promises";
import { alreadyExists, failedPrecondition } from "./firestore.ts";

/** How often it is tried before the caller is asked to try again: ten seconds and more of others being quicker. */
const mostAttempts = 60;
/** How long to wait before the next try at most (ms): about what twenty others take for theirs. */
const longestMs = 400;

/** Whether others came before, so that what was read before the line holds no more; and whether another was quicker. */
export type Turn = { waited: boolean; again: boolean };

const lines = new Map<string, Promise<unknown>>();

/**
 * Runs what changes a thing that many want to change at once: in this instance one after another, in the order in
 * which they came; and again, after a short random wait, when another instance was quicker. `run` reads without
 * locks and writes only what is still as it was read: nobody waits for anybody's lock, and none can stand crosswise.
 */
export async function oneByOne<T>(key: string, run: (turn: Turn) => Promise<T>): Promise<T> {
  const before = lines.get(key);
  const waited = before !== undefined;
  const mine = (before ?? Promise.resolve()).then(() => untilFirst(run, waited));
  const over = mine.then(
    () => undefined,
    () => undefined,
  );
  lines.set(key, over);
  try {
    return await mine;
  } finally {
    if (lines.get(key) === over) lines.delete(key);
  }
}

async function untilFirst<T>(run: (turn: Turn) => Promise<T>, waited: boolean): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run({ waited: waited || attempt > 1, again: attempt > 1 });
    } catch (error) {
      if (attempt === mostAttempts || !wasSlower(error)) throw error;
      await wait(Math.random() * Math.min(longestMs, 10 * 2 ** attempt));
    }
  }
}

/** What was read has changed meanwhile, or what was not there is there. */
function wasSlower(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === failedPrecondition || code === alreadyExists;
}
