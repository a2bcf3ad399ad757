import { now } from "./clock.ts";
import { isUnreadable } from "./firestore.ts";
import { log } from "./log.ts";

/** How long an event that fails is delivered again, in milliseconds; Google's own limit is a day. */
const longestMs = 60 * 60 * 1000;

/**
 * Does what a trigger has to do about an event. One that is an hour old, or about a document that cannot be read, is
 * told in the log and let go: it would fail again each minute of a day. What it would have made is made up for later.
 */
export async function heed(
  event: { id: string; type: string; time: string },
  run: () => Promise<void>,
): Promise<void> {
  const { id, type } = event;
  if (now() - Date.parse(event.time) > longestMs)
    return log.error("event.late", { id, type, time: event.time });
  try {
    await run();
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    log.error("event.unreadable", { id, type, error });
  }
}
