import type { FailureReason } from "@hilo/schema";
import { statusOf } from "@hilo/schema/message";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { t as deliveriesWords } from "../../../text/deliveries.ts";
import { failures } from "../../../text/failures.ts";
import { t as kept } from "../../../text/kept.ts";
import { problems } from "../../../text/problems.ts";
import { t } from "../../../text/thread.ts";
import { w } from "../../../text/words.ts";

/** What is said below a message that did not arrive, and the buttons beside it. */
export type DeliveryWords = {
  tone: "bad" | "warning" | "quiet";
  text: string;
  ways: readonly { text: string; does: "retry" | "discard" }[];
};

/** What no repetition mends: the message or whom it goes to has to be another. */
const hopeless = new Set<FailureReason>([
  "windowClosed",
  "optedOut",
  "blocked",
  "badAddress",
  "content",
  "media",
  "template",
  "templatePaused",
  "policy",
  "otherChannel",
]);

/** Why a message did not arrive, or that nobody knows, and what can be done about it; undefined when all is well. */
export function deliveryWords(message: ThreadMessage): DeliveryWords | undefined {
  if (message.direction === "inbound") return undefined;
  const { local } = message;
  const again = { text: w.retry, does: "retry" } as const;
  const drop = { text: t.discard, does: "discard" } as const;
  if (local?.state === "stale") {
    return { tone: "warning", text: kept.staleWhy, ways: [{ ...again, text: kept.sendNow }, drop] };
  }
  if (local?.state === "refused") {
    return { tone: "bad", text: problems[local.code], ways: [again, drop] };
  }
  const status = message.direction === "outbound" ? statusOf(message) : "sent";
  if (status !== "failed" && status !== "unknown") return undefined;
  const reason = message.error?.reason ?? "other";
  if (message.echo) return { tone: "bad", text: failures[reason], ways: [] };
  if (message.retriedAs !== undefined)
    return { tone: "quiet", text: deliveriesWords.retried, ways: [] };
  if (status === "unknown")
    return {
      tone: "warning",
      text: deliveriesWords.unknownWhy,
      ways: [{ ...again, text: deliveriesWords.sendAgain }],
    };
  return { tone: "bad", text: failures[reason], ways: hopeless.has(reason) ? [] : [again] };
}
