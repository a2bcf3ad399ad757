import type { FunnelView, ListedLead, Stage } from "@hilo/schema";
import type { BoardColumn } from "../../data/board.ts";
import { figuresOf } from "../../data/board-figures.ts";
import { inOrder } from "../../data/board-order.ts";
import { tray } from "../../data/column.ts";
import { t } from "../../text/board.ts";
import { type BoardFilter, isAmong, leavesOut } from "./filter.ts";
import { ownerName } from "./names.ts";
import type { Held } from "./steps.ts";

/** A column as it is drawn: its stage, and the cards of it that somebody looks at, in their order. */
export type DrawnLane = Omit<BoardColumn, "cards"> & {
  stage: Pick<Stage, "name" | "color" | "staleDays" | "limit">;
  cards: readonly ListedLead[];
  /** How many are loaded, also of those that the filter leaves out. */
  loaded: number;
};

const trayColor = "#8a93a3";

/** The columns of a funnel as they are drawn, the tray first; a card that is held stands where it would be dropped. */
export function lanesOf(
  columns: readonly BoardColumn[] | undefined,
  funnel: FunnelView | undefined,
  filter: BoardFilter,
  held: Held | null,
): DrawnLane[] {
  const found = (columns ?? []).flatMap((column): DrawnLane[] => {
    const stage = funnel && stageFor(column.id, funnel);
    if (!stage) return [];
    const among = column.cards.filter((one) => isAmong(one, filter, ownerName(one)));
    const cards = inOrder(among, filter.order);
    const figures = leavesOut(filter) ? figuresOf(cards, column.more) : column.figures;
    return [{ ...column, stage, cards, figures, loaded: column.cards.length }];
  });
  return held ? withHeld(found, held) : found;
}

function stageFor(column: string, { id, stages }: FunnelView): DrawnLane["stage"] | undefined {
  if (column === tray) return { name: t.tray, color: trayColor };
  return stages.find((one) => `${id}/${one.id}` === column);
}

function withHeld(lanes: readonly DrawnLane[], { leadId, at }: Held): DrawnLane[] {
  const lead = lanes.flatMap(({ cards }) => cards).find(({ id }) => id === leadId);
  if (!lead) return [...lanes];
  return lanes.map((lane) => {
    const cards = lane.cards.filter(({ id }) => id !== leadId);
    if (lane.id === at.column) cards.splice(at.index, 0, lead);
    return { ...lane, cards };
  });
}
