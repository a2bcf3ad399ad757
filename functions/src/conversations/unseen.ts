import { type Message, type Millis, statusOf } from "@hilo/schema";

export type Entry = Message & { id: string };

/** What reached an open page that nobody looked at waits this many times as long. */
const patience = 4;

/** As long as we go on writing, nothing is mailed: one mail is for all of it (ms). */
const pauseMs = 60_000;

/** What is older is not mailed any more (ms). */
const oldestMs = 3 * 24 * 60 * 60 * 1000;

/** Our answers that the customer has not come to see, and that no mail has carried; oldest first. */
export function unseenOf(messages: readonly Entry[], now: Millis): Entry[] {
  const ours = messages.filter(
    ({ direction, kind }) => direction === "outbound" && kind !== "reaction",
  );
  const seen = ours.filter((one) => statusOf(one) === "read");
  const since = Math.max(now - oldestMs, ...seen.map(({ providerAt }) => providerAt));
  return ours
    .filter((one) => one.providerAt > since && isThere(one))
    .sort((a, b) => a.providerAt - b.providerAt);
}

function isThere(message: Entry): boolean {
  if (message.mailedAs !== undefined || message.deletedAt !== undefined) return false;
  const status = statusOf(message);
  return status === "sent" || status === "delivered";
}

/** When these are to be mailed, if nobody comes; the first of them says so. */
export function dueTime(unseen: readonly Entry[], after: Millis): Millis {
  const patient = (one: Entry) => (statusOf(one) === "delivered" ? patience : 1);
  const waits = unseen.map((one) => one.providerAt + after * patient(one));
  const last = Math.max(...unseen.map(({ providerAt }) => providerAt));
  return Math.max(Math.min(...waits), last + pauseMs);
}
