import type { ListedConversation } from "@hilo/schema";
import { chosenSort, type Filter, priorities } from "./filter.ts";

export type Order =
  | "lastMessageAt"
  | "waitingSince"
  | "replyUntil"
  | "failedAt"
  | "mentionedAt"
  | "resolvedAt";

/** What a leg holds, as the database compares it. */
type Bound = readonly [
  field: "waitingSince" | "replyUntil" | "priority",
  op: "==" | ">" | "<=",
  value: number | string | null,
];

/**
 * A part of a list that one query can order; the list is its legs, one after the other. Together they hold all of it,
 * and no conversation stands in two of them.
 */
export type Leg = {
  by: Order;
  way: "asc" | "desc";
  bounds: readonly Bound[];
};

const newest: Leg = { by: "lastMessageAt", way: "desc", bounds: [] };
const waiting: Leg = { by: "waitingSince", way: "asc", bounds: [["waitingSince", ">", 0]] };

/** The legs of a list, in their order. `now` parts open reply windows from closed ones. */
export function legsOf(filter: Filter, now: number): readonly Leg[] {
  const chosen = chosenSort(filter);
  if (chosen === null) return [ownLeg(filter)];
  const legs = {
    newest: () => [newest],
    waiting: () => [waiting, { ...newest, bounds: [["waitingSince", "==", null]] } as const],
    closing: () => byWindow(now),
    priority: () => byPriority(filter),
  };
  return legs[chosen]();
}

/** The one leg of a list that nobody has put in another order. */
export function ownLeg(filter: Filter): Leg {
  if (filter.view === "closing") return { by: "replyUntil", way: "asc", bounds: [] };
  if (filter.view === "failed") return { by: "failedAt", way: "desc", bounds: [] };
  if (filter.view === "mentions") return { by: "mentionedAt", way: "desc", bounds: [] };
  if (filter.resolvedToday && !filter.unanswered)
    return { by: "resolvedAt", way: "desc", bounds: [] };
  return filter.unanswered ? waiting : newest;
}

/** The window that closes first, first; then those that are closed, and what has none. */
function byWindow(now: number): readonly Leg[] {
  return [
    { by: "replyUntil", way: "asc", bounds: [["replyUntil", ">", now]] },
    { by: "replyUntil", way: "desc", bounds: [["replyUntil", "<=", now]] },
    { ...newest, bounds: [["replyUntil", "==", null]] },
  ];
}

/** As the database compares words, "high" would come before "urgent": each priority is asked for by itself. */
function byPriority({ priority }: Filter): readonly Leg[] {
  return priorities
    .filter((one) => !priority || one === priority)
    .map((one) => ({ ...newest, bounds: [["priority", "==", one]] }));
}

/** Compares two conversations as their list orders them, equals as Firestore does: by their ids, the same way. */
export function compare(
  filter: Filter,
  now = Date.now(),
): (a: ListedConversation, b: ListedConversation) => number {
  const legs = legsOf(filter, now);
  const rank = (one: ListedConversation) => legs.findIndex((leg) => isIn(one, leg));
  return (a, b) => {
    const at = rank(a);
    return at - rank(b) || inLeg(legs[at] ?? newest)(a, b);
  };
}

/** Compares two conversations of one leg; the same one with itself as equal. */
export function inLeg({ by, way }: Pick<Leg, "by" | "way">) {
  const sign = way === "desc" ? -1 : 1;
  return (a: ListedConversation, b: ListedConversation): number =>
    a.id === b.id ? 0 : sign * ((a[by] ?? 0) - (b[by] ?? 0) || (a.id < b.id ? -1 : 1));
}

/** Whether a leg holds a conversation, as far as its bounds say. */
export function isIn(one: ListedConversation, { bounds }: Leg): boolean {
  return bounds.every(([field, op, value]) => {
    const own = one[field] ?? null;
    if (op === "==") return own === value;
    if (own === null || value === null) return false;
    return op === ">" ? own > value : own <= value;
  });
}
