import type { Message, ProblemCode } from "@hilo/schema";
import { threadOrder } from "@hilo/schema/message";

/** Where a message stands that this console sent and Firestore has not shown yet. */
export type Local =
  | { state: "sending" }
  /** There is no network: it is sent by itself when there is. `unkept`: the device could not keep it. */
  | { state: "waiting"; unkept?: boolean }
  /** It was found on the device, written too long ago to go without asking. */
  | { state: "stale" }
  /** The API refused it, and it was never sent. */
  | { state: "refused"; code: ProblemCode; detail: string };

/** A message with its id, as the thread holds it; `local` until Firestore shows it. */
export type ThreadMessage = Message & { id: string; local?: Local };

/**
 * One thread in thread order: a message that Firestore shows replaces the one shown meanwhile. What still waits stands
 * below everything that was accepted, in the order it was written, whatever this device's clock says.
 */
export function merge(
  stored: Iterable<ThreadMessage>,
  pending: readonly ThreadMessage[],
): ThreadMessage[] {
  const accepted = [...stored].sort(threadOrder);
  const known = new Set(accepted.map(({ id }) => id));
  let last = accepted.at(-1)?.providerAt ?? 0;
  const waiting = pending
    .filter(({ id }) => !known.has(id))
    .map((message) => {
      last = Math.max(last, message.providerAt);
      return { ...message, providerAt: last };
    });
  return [...accepted, ...waiting];
}
