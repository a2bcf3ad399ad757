import type { ListedLead } from "@hilo/schema";
import { t } from "../../text/board.ts";
import { announce } from "../../ui/announce.ts";
import type { DrawnLane } from "./lanes.ts";
import { leadName } from "./names.ts";
import { carried, type Held, isWhereItWas, type Lane, spotOf, stepped } from "./steps.ts";

type Board = {
  /** As they are drawn, a held card included. */
  lanes(): readonly DrawnLane[];
  /** Whether a place within a column can be chosen, and which columns take cards. */
  isOrdered(): boolean;
  takes(column: string): boolean;
  /** Gives the focus to a card once it is drawn. */
  focusCard(leadId: string): void;
  dropped(lead: ListedLead, held: Held, to: { column: string; before: string | null }): void;
  menu(leadId: string): void;
  requestUpdate(): void;
};

/** Cards by the keyboard: arrows go from one to the next, Space picks up and drops, Escape lets go; all of it is told. */
export class Keyboard {
  readonly #board: Board;
  /** The card that is the stop of Tab. */
  current = "";
  held: Held | null = null;

  constructor(board: Board) {
    this.#board = board;
  }

  /** A key pressed on a card. */
  press(event: KeyboardEvent, leadId: string): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const done = this.held ? this.#carry(event.key) : this.#go(event.key, leadId);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Puts a held card back, as when the focus goes elsewhere. */
  letGo(): void {
    const { held } = this;
    if (!held) return;
    this.held = null;
    const lead = this.#find(held.leadId);
    if (lead) announce(t.returned(leadName(lead), this.#name(held.from.column)));
    this.#board.requestUpdate();
  }

  #go(key: string, leadId: string): boolean {
    if (key === " ") return this.#pickUp(leadId);
    if (key === "m" || key === "M") {
      this.#board.menu(leadId);
      return true;
    }
    const next = stepped(this.#lanes(), leadId, key);
    if (next === undefined) return key.startsWith("Arrow");
    this.current = next;
    this.#board.requestUpdate();
    this.#board.focusCard(next);
    return true;
  }

  #pickUp(leadId: string): boolean {
    const lanes = this.#lanes();
    const spot = spotOf(lanes, leadId);
    const lead = this.#find(leadId);
    if (!spot || !lead) return false;
    this.held = { leadId, from: spot, at: spot };
    this.current = leadId;
    const of = lanes.find(({ id }) => id === spot.column)?.ids.length ?? 0;
    announce(t.pickedUp(leadName(lead), this.#name(spot.column), spot.index + 1, of));
    this.#again(leadId);
    return true;
  }

  #carry(key: string): boolean {
    const { held } = this;
    if (!held) return false;
    if (key === "Escape") {
      this.letGo();
      this.#again(held.leadId);
      return true;
    }
    if (key === " " || key === "Enter") return this.#drop(held);
    if (key === "Tab") {
      this.letGo();
      return false;
    }
    const without = this.#without(held.leadId);
    const takes = {
      open: (id: string) => this.#board.takes(id),
      isOrdered: this.#board.isOrdered(),
    };
    const next = carried(held, key, without, takes);
    if (next.at === held.at) return true;
    this.held = next;
    const { column, index } = next.at;
    const others = without.find(({ id }) => id === column)?.ids.length ?? 0;
    announce(t.at(this.#name(column), index + 1, others + 1));
    this.#again(held.leadId);
    return true;
  }

  #drop(held: Held): boolean {
    const lead = this.#find(held.leadId);
    if (!lead || isWhereItWas(held)) {
      this.letGo();
      this.#again(held.leadId);
      return true;
    }
    const { column, index } = held.at;
    const before = this.#without(held.leadId).find(({ id }) => id === column)?.ids[index] ?? null;
    this.held = null;
    announce(t.dropped(leadName(lead), this.#name(column), index + 1));
    this.#board.dropped(lead, held, { column, before });
    this.#again(held.leadId);
    return true;
  }

  #again(leadId: string): void {
    this.#board.requestUpdate();
    this.#board.focusCard(leadId);
  }

  #lanes(): Lane[] {
    return this.#board.lanes().map(({ id, cards }) => ({ id, ids: cards.map((one) => one.id) }));
  }

  #without(leadId: string): Lane[] {
    return this.#lanes().map(({ id, ids }) => ({ id, ids: ids.filter((one) => one !== leadId) }));
  }

  #find(leadId: string): ListedLead | undefined {
    return this.#board
      .lanes()
      .flatMap(({ cards }) => cards)
      .find(({ id }) => id === leadId);
  }

  #name(column: string): string {
    return this.#board.lanes().find(({ id }) => id === column)?.stage.name ?? "";
  }
}
