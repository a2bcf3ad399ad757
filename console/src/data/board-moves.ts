import type { ListedLead } from "@hilo/schema";

/** A card on its way to another place, shown there before the database says so. */
export type Move = {
  lead: ListedLead;
  /** The column that it goes to; null where it leaves the board. */
  to: string | null;
  /** The card that it comes to stand directly above; at the end where that is none. */
  before: string | null;
  /** Its rank there, once the server has told. */
  rank?: string;
};

export type Cards = ReadonlyMap<string, readonly ListedLead[]>;

/** The cards of each column as they will stand once all moves have arrived; each card stands once. */
export function arranged(columns: Cards, moves: readonly Move[]): Map<string, ListedLead[]> {
  const moving = new Set(moves.map(({ lead }) => lead.id));
  const taken = new Set<string>();
  const result = new Map<string, ListedLead[]>();
  for (const [column, cards] of columns) {
    // A card that one column tells of already, and another still: there it stands where it says itself.
    const own = cards.filter(({ id, column: at }) => {
      if (moving.has(id) || (at !== column && at !== null) || taken.has(id)) return false;
      taken.add(id);
      return true;
    });
    result.set(column, own);
  }
  for (const { lead, to, before } of moves) {
    const cards = to === null ? undefined : result.get(to);
    if (!cards) continue;
    const at = before === null ? -1 : cards.findIndex(({ id }) => id === before);
    cards.splice(at < 0 ? cards.length : at, 0, lead);
  }
  return result;
}

/** Whether the columns, as the database tells them, show what a move wanted. */
export function hasArrived({ lead, to, rank }: Move, columns: Cards): boolean {
  if (rank === undefined && to !== null) return false;
  const known = [...columns.values()].flat().find(({ id }) => id === lead.id);
  if (to === null) return known === undefined;
  return known?.column === to && known.funnel?.rank === rank;
}

/** How the server is told the place of a card among the others of its column. */
export function neighbourOf(
  cards: readonly Pick<ListedLead, "id">[],
  leadId: string,
  before: string | null,
): { before?: string; after?: string } {
  if (before !== null) return { before };
  const last = cards.filter(({ id }) => id !== leadId).at(-1);
  return last ? { after: last.id } : {};
}
