import type { ListedConversation } from "@hilo/schema";

export type Shown = {
  items: readonly ListedConversation[];
  /** How many came or rose that are not shown in their place yet. */
  news: number;
};

/**
 * What a list shows while somebody reads further down: the rows where they were, up to date, with older ones added
 * below; what came or rose meanwhile is counted, and takes its place when asked for.
 */
export function steadyRows(before: readonly string[], now: readonly ListedConversation[]): Shown {
  const byId = new Map(now.map((one) => [one.id, one]));
  const stayed = before.flatMap((id) => byId.get(id) ?? []);
  const placed = new Set(stayed.map((one) => one.id));
  const lastPlace = now.findLastIndex((one) => placed.has(one.id));
  const below = now.filter((one, i) => i > lastPlace && !placed.has(one.id));
  const came = now.filter((one, i) => i < lastPlace && !placed.has(one.id)).length;
  return { items: [...stayed, ...below], news: came + risen(stayed, now) };
}

/** How many of the shown rows belong above a row they stand below. */
function risen(shown: readonly ListedConversation[], now: readonly ListedConversation[]): number {
  const place = new Map(now.map((one, i) => [one.id, i]));
  let lowest = -1;
  let count = 0;
  for (const { id } of shown) {
    const at = place.get(id) ?? 0;
    if (at < lowest) count += 1;
    else lowest = at;
  }
  return count;
}
