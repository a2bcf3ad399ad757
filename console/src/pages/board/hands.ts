import type { FunnelView, ListedLead } from "@hilo/schema";
import type { LiveBoard } from "../../data/board.ts";
import { tray } from "../../data/column.ts";
import { endCard, moveCard } from "./acts.ts";
import type { Drag, Ending } from "./drag.ts";
import type { DrawnLane } from "./lanes.ts";
import { type Held, spotOf } from "./steps.ts";

type Board = {
  board(): LiveBoard | undefined;
  funnels(): readonly FunnelView[];
  lanes(): readonly DrawnLane[];
  isOrdered(): boolean;
  /** Told of a card that was refused; empty when another one is moved. */
  cameBack(leadId: string): void;
};

/** Whether cards can be put into a column: what is classified never goes back to the tray. */
export function isStage(column: string): boolean {
  return column !== tray;
}

/** What is done with cards, however somebody asked for it. */
export class Hands {
  readonly #at: Board;

  constructor(at: Board) {
    this.#at = at;
  }

  /** A card that the mouse let go. */
  dropped({ lead, from, over, end }: Drag): void {
    if (end) void this.end(lead, end);
    if (!over) return;
    const before = this.#below(lead);
    const stays = over.column === from && (!this.#at.isOrdered() || over.before === before);
    if (!stays) void this.#move(lead, { column: from, before }, over);
  }

  /** A card that the keyboard let go. */
  carried(lead: ListedLead, { from }: Held, to: { column: string; before: string | null }): void {
    const ids = idsIn(this.#at.lanes(), from.column).filter((id) => id !== lead.id);
    void this.#move(lead, { column: from.column, before: ids[from.index] ?? null }, to);
  }

  /** What was chosen from its menu: how it ends, or a stage. */
  act(lead: ListedLead, what: string): void {
    if (what === "won" || what === "lost") void this.end(lead, what);
    else this.send(lead, what);
  }

  /** A stage chosen from the menu: there it comes last. */
  send(lead: ListedLead, column: string): void {
    const from = lead.column ?? tray;
    if (column !== from)
      void this.#move(lead, { column: from, before: this.#below(lead) }, { column, before: null });
  }

  async end(lead: ListedLead, end: Ending): Promise<void> {
    const board = this.#at.board();
    if (board) await endCard(board, lead, end);
  }

  async #move(
    lead: ListedLead,
    origin: { column: string; before: string | null },
    to: { column: string; before: string | null },
  ): Promise<void> {
    const board = this.#at.board();
    if (!board) return;
    const acting = { board, funnels: this.#at.funnels() };
    this.#at.cameBack("");
    const isOrdered = this.#at.isOrdered();
    if (!(await moveCard(acting, lead, origin, { ...to, isOrdered }))) this.#at.cameBack(lead.id);
  }

  /** The card that stands directly below another one. */
  #below({ id }: ListedLead): string | null {
    const lanes = this.#at.lanes();
    const spot = spotOf(lanes.map(idsOf), id);
    return spot ? (idsIn(lanes, spot.column)[spot.index + 1] ?? null) : null;
  }
}

function idsOf({ id, cards }: DrawnLane): { id: string; ids: string[] } {
  return { id, ids: cards.map((one) => one.id) };
}

function idsIn(lanes: readonly DrawnLane[], column: string): string[] {
  return lanes.find(({ id }) => id === column)?.cards.map(({ id }) => id) ?? [];
}
