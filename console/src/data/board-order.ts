import type { ListedLead, Millis } from "@hilo/schema";

/** The orders in which somebody may look at a board; the first is everybody's. */
export const boardOrders = ["rank", "waiting", "value"] as const;
export type BoardOrder = (typeof boardOrders)[number];

type Placed = Pick<ListedLead, "id" | "funnel" | "openedAt">;

/** As a column stands: by rank, of the same rank by id; what has no place by its age, the newest first. */
export function byPlace(a: Placed, b: Placed): number {
  const [left, right] = [a.funnel?.rank, b.funnel?.rank];
  if (left === undefined || right === undefined)
    return (b.openedAt ?? 0) - (a.openedAt ?? 0) || byCharacters(a.id, b.id);
  return byCharacters(left, right) || byCharacters(a.id, b.id);
}

/** Since when the customer of a lead waits; null where they were answered. */
export function waitsSince({
  waitingSince,
  answeredAt,
}: Pick<ListedLead, "waitingSince" | "answeredAt">): Millis | null {
  return waitingSince && waitingSince > (answeredAt ?? 0) ? waitingSince : null;
}

/** The cards of a column in the order that somebody looks at them. */
export function inOrder(cards: readonly ListedLead[], order: BoardOrder): ListedLead[] {
  const all = [...cards];
  if (order === "waiting") return all.sort((a, b) => waiting(a) - waiting(b));
  if (order === "value") return all.sort((a, b) => worth(b) - worth(a));
  return all;
}

function waiting(lead: ListedLead): number {
  return waitsSince(lead) ?? Number.MAX_SAFE_INTEGER;
}

/** Of different currencies nobody knows which is more: there the larger number. */
function worth({ value }: ListedLead): number {
  return value?.amount ?? -1;
}

function byCharacters(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
