/** The rows that are shown now, and how they stood when the open conversation was last among them. */
let shown: readonly string[] = [];
let around: readonly string[] = [];

/** Tells what rows are shown; whoever is resolved leaves them, but not the place it had. */
export function showRows(ids: readonly string[], openId: string | null): void {
  shown = ids;
  if (openId !== null && ids.includes(openId)) around = ids;
}

/** The conversation to go on with after this one, or null when it was the last. */
export function nextAfter(id: string): string | null {
  return nextAmong(around, shown, id);
}

/**
 * The next row below `id` that is still shown; below the last, the nearest above it; for one that stood in no row, the
 * first.
 */
export function nextAmong(
  around: readonly string[],
  shown: readonly string[],
  id: string,
): string | null {
  const at = around.indexOf(id);
  const order = at < 0 ? shown : [...around.slice(at + 1), ...around.slice(0, at).reverse()];
  return order.find((one) => one !== id && shown.includes(one)) ?? null;
}
