import { type Message, statusOf, waitedMs } from "@hilo/schema";
import { FieldValue, type Transaction } from "../platform/firestore.ts";
import { count, type Happened, type Occasion, uncount } from "../stats/count.ts";

/** Whether a message that failed still counts as sent, or one that arrived after all does not. */
export function countsWrongly(message: Message): boolean {
  const isCounted = message.direction === "outbound" && message.kind !== "reaction";
  return isCounted && (statusOf(message) === "failed") !== (message.uncounted !== undefined);
}

/** Takes back what a message that failed has counted, or counts it again; what that changes in the message. */
export function rightCount(
  transaction: Transaction,
  occasion: Occasion,
  message: Message,
): Record<string, unknown> {
  if (!countsWrongly(message)) return {};
  const { uncounted, providerAt } = message;
  const { waitedSince } = uncounted ?? message;
  const waited = waitedMs({ providerAt, waitedSince });
  const happened: Happened = { sent: true, ...(waited === null ? {} : { answers: waited }) };
  if (uncounted) count(transaction, occasion, happened);
  else uncount(transaction, occasion, happened);
  const kept = waitedSince === undefined ? {} : { waitedSince };
  return uncounted ? { ...kept, uncounted: FieldValue.delete() } : { uncounted: kept };
}
