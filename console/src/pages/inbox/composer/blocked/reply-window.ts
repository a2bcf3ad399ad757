/** What the reply window says: there is none, it is open, it closes soon, or it is closed. */
export type ReplyWindow = { state: "none" | "open" | "soon" | "closed"; left: number };

/** From when on the countdown warns, in milliseconds. */
export const soonMs = 2 * 60 * 60 * 1000;

/** The window of a conversation on a channel whose window lasts `length` (null: it has none). */
export function replyWindow(
  replyUntil: number | null,
  length: number | null,
  now: number,
): ReplyWindow {
  if (length === null) return { state: "none", left: 0 };
  const left = Math.max(0, (replyUntil ?? 0) - now);
  if (left === 0) return { state: "closed", left };
  return { state: left < soonMs ? "soon" : "open", left };
}
