import type { ListedConversation, PublicChannel } from "@hilo/schema";
import { statusOf } from "@hilo/schema/message";
import type { ThreadMessage } from "../../../../data/thread-merge.ts";
import { blockedBy } from "./blocked.ts";

/**
 * Whether the last word is a template that went out, or is going, while free text may not be written: then the
 * customer's answer is what opens the window again.
 */
export function awaitsAnswer(
  messages: readonly ThreadMessage[],
  conversation: ListedConversation | undefined,
  channel: PublicChannel | undefined,
  now: number,
): boolean {
  const last = messages.findLast(
    ({ direction, kind }) =>
      (direction === "inbound" || direction === "outbound") && kind !== "reaction",
  );
  if (!conversation || last?.direction !== "outbound" || last.kind !== "template") return false;
  const lost = last.local?.state === "refused" || ["failed", "unknown"].includes(statusOf(last));
  const blocked = blockedBy(conversation, channel, now);
  return !lost && (blocked === "closed" || blocked === "neverOpened");
}
