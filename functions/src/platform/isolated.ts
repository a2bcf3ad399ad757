import { isUnreadable } from "./firestore.ts";
import { log } from "./log.ts";

/** Which steps did something that was missing, and which failed and may come through when they are run again. */
export type Ran = { made: string[]; failed: string[] };

/** Runs each step, also when one before it failed; that is told in the log as `event`, with what it was about. */
export async function runEach<S>(
  event: string,
  about: Record<string, string>,
  steps: Record<string, S>,
  run: (step: S) => Promise<unknown>,
): Promise<Ran> {
  const ran: Ran = { made: [], failed: [] };
  for (const [name, step] of Object.entries(steps)) {
    try {
      if ((await run(step)) === true) ran.made.push(name);
    } catch (error) {
      log.error(event, { ...about, step: name, error });
      if (!isUnreadable(error)) ran.failed.push(name);
    }
  }
  return ran;
}

/** The same; throws at the end when one failed that may come through. */
export async function runAll<S>(...args: Parameters<typeof runEach<S>>): Promise<void> {
  const { failed } = await runEach(...args);
  if (failed.length > 0) throw new Error(`Not done: ${failed.join(", ")}`);
}
