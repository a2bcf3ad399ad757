const minute = 60_000;

/** How long until the shown countdown changes: each minute, and at the very end each second. */
export function nextTick(left: number): number {
  return left <= minute ? Math.min(left, 1000) : (left % minute) + 1;
}
