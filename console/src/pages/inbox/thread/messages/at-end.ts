/** How close to the end still counts as being there, in pixels. */
export const nearPx = 48;

/** Where something scrolled stands: how far down, how high its content is, and how much of that is seen (px). */
export type Place = { top: number; height: number; visible: number };

/**
 * Whether a reader is at the end after a scroll. Who was there leaves it only by moving up: what grows or shrinks, in
 * the thread or below it, may push the content up as well, and then its keeper brings the end back.
 */
export function stillAtEnd(before: Place, now: Place, wasAtEnd: boolean): boolean {
  if (now.height - now.visible - now.top <= nearPx) return true;
  const resized = now.height !== before.height || now.visible !== before.visible;
  return wasAtEnd && (resized || now.top >= before.top - 1);
}
