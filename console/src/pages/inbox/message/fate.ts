import { statusOf } from "@hilo/schema/message";
import type { ThreadMessage } from "../../../data/thread-merge.ts";

/** What became of messages: all of them left, or one was refused or taken back; nothing while that is not known. */
export function fateOf(
  messages: readonly ThreadMessage[],
  ids: readonly string[],
): "left" | "lost" | undefined {
  const own = ids.map((id) => messages.find((message) => message.id === id));
  const lost = own.some((one) => !one || one.local?.state === "refused" || isLost(one));
  if (lost) return "lost";
  return own.every((one) => one && !one.local && leaves.has(statusOf(one))) ? "left" : undefined;
}

const leaves: ReadonlySet<string> = new Set(["sent", "delivered", "read"]);

function isLost(message: ThreadMessage): boolean {
  return ["failed", "unknown"].includes(statusOf(message));
}
