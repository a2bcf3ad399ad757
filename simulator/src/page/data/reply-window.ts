import { isClosed, type Platform } from "../../phones/platform.ts";

type Known = { platform: Platform; lastInboundAt: number | null };

/**
 * What a closed reply window does to a free answer: nothing because it is open, nothing although it is closed, or it
 * holds the answer back. Whoever has not written here may have written to the house before: of them it is not said
 * that the window is closed, unless the answer would be held back.
 */
export function windowOf(thread: Known, enforced: boolean): "open" | "unheeded" | "held" {
  if (!isClosed(thread)) return "open";
  if (enforced) return "held";
  return thread.lastInboundAt === null ? "open" : "unheeded";
}
