import type { Message, ProblemCode } from "@hilo/schema";
import { threadOrder } from "@hilo/schema/message";

/** Where a message stands that this console sent and Firestore has not shown yet. */
export type Local =
  | { state: "sending" }
  /** There is no network: it is sent by itself when there is. */
  | { state: "waiting" }
  /** The API refused it, and it was never sent. */
  | { state: "refused"; code: ProblemCode; detail: string };

/** A message with its id, as the thread holds it; `local` until Firestore shows it. */
export type ThreadMessage = Message & { id: string; local?: Local };

/** One thread in thread order: a message that Firestore shows replaces the one shown meanwhile. */
export function merge(
  stored: Iterable<ThreadMessage>,
  pending: readonly ThreadMessage[],
): ThreadMessage[] {
  const byId = new Map(pending.map((message) => [message.id, message]));
  for (const message of stored) byId.set(message.id, message);
  return [...byId.values()].sort(threadOrder);
}
