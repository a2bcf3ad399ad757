import { setTimeout } from "node:timers/promises";
import { now } from "./clock.ts";
import { config } from "./config.ts";
import { isUnreadable } from "./firestore.ts";
import { log } from "./log.ts";

/** How long an event that fails is delivered again, in milliseconds; Google's own limit is a day. */
const longestMs = 60 * 60 * 1000;

/** Google delivers again what failed; the emulator forgets it, so there it is tried again after so many milliseconds. */
const pauses = [1_000, 5_000] as const;

/**
 * Does what a trigger has to do about an event. One that is an hour old, or about a document that cannot be read, is
 * told in the log and let go: it would fail again each minute of a day. What it would have made is made up for later.
 */
export async function heed(
  event: { id: string; type: string; time: string },
  run: () => Promise<void>,
  again: readonly number[] = config().FUNCTIONS_EMULATOR ? pauses : [],
): Promise<void> {
  const { id, type } = event;
  if (now() - Date.parse(event.time) > longestMs)
    return log.error("event.late", { id, type, time: event.time });
  try {
    await run();
  } catch (error) {
    if (isUnreadable(error)) return log.error("event.unreadable", { id, type, error });
    const [pause, ...later] = again;
    if (pause === undefined) throw error;
    await setTimeout(pause);
    await heed(event, run, later);
  }
}
