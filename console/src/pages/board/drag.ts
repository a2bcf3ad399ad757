import type { ListedLead } from "@hilo/schema";
import type { DrawnLane } from "./lanes.ts";

export type Ending = "won" | "lost";

export type Drag = {
  lead: ListedLead;
  /** Where it came from, and where it would be dropped: above which card of which column, or how it would end. */
  from: string;
  over: { column: string; before: string | null } | null;
  end: Ending | null;
  x: number;
  y: number;
};

type Board = {
  requestUpdate(): void;
  /** Whether a column takes cards. */
  takes(column: string): boolean;
  dropped(drag: Drag): void;
};

/** Dragging of cards by the browser's own events, which stay within the board's shadow root. */
export class Dragging {
  readonly #board: Board;
  now: Drag | null = null;

  constructor(board: Board) {
    this.#board = board;
  }

  begin(event: DragEvent, lanes: readonly DrawnLane[], leadId = ""): void {
    const card = event.target;
    const lane = lanes.find(({ cards }) => cards.some(({ id }) => id === leadId));
    const lead = lane?.cards.find(({ id }) => id === leadId);
    if (!(card instanceof HTMLElement) || !event.dataTransfer || !lane || !lead) return;
    const from = lane.id;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", lead.name);
    tilted(event, card);
    const { clientX: x, clientY: y } = event;
    // Drawn at once, the card that the browser takes the picture of would be gone.
    setTimeout(() => this.#set({ lead, from, over: null, end: null, x, y }));
  }

  over(event: DragEvent, column: string): void {
    if (!this.now || !(event.currentTarget instanceof HTMLElement)) return;
    const takes = this.#board.takes(column) || column === this.now.from;
    if (takes) event.preventDefault();
    const before = cardBelow(event.currentTarget, event.clientY, this.now.lead.id);
    this.#to({ over: takes ? { column, before } : null, end: null }, event);
  }

  overEnd(event: DragEvent, end: Ending): void {
    if (!this.now) return;
    event.preventDefault();
    this.#to({ over: null, end }, event);
  }

  drop(event: DragEvent): void {
    event.preventDefault();
    const { now } = this;
    this.#set(null);
    if (now && (now.over || now.end)) this.#board.dropped(now);
  }

  /** Also of what was dropped nowhere. */
  readonly stop = (): void => this.#set(null);

  #to(place: Pick<Drag, "over" | "end">, { clientX: x, clientY: y }: DragEvent): void {
    if (this.now) this.#set({ ...this.now, ...place, x, y });
  }

  #set(next: Drag | null): void {
    if (next === this.now) return;
    this.now = next;
    this.#board.requestUpdate();
  }
}

/** The card that a place in a column stands above; null at the end. */
function cardBelow(column: HTMLElement, y: number, leadId: string): string | null {
  for (const one of column.querySelectorAll<HTMLElement>("li[data-id]")) {
    const { top, height } = one.getBoundingClientRect();
    const { id } = one.dataset;
    if (id && id !== leadId && y < top + height / 2) return id;
  }
  return null;
}

/** The browser takes its picture of what stands on the page: a copy, a little tilted, where nobody sees it. */
function tilted(event: DragEvent, card: HTMLElement): void {
  const { left, top, width } = card.getBoundingClientRect();
  const copy = document.createElement("div");
  copy.className = "picture";
  copy.style.setProperty("width", `${width + 40}px`);
  const inner = card.cloneNode(true) as HTMLElement;
  inner.removeAttribute("aria-label");
  copy.append(inner);
  card.getRootNode().appendChild(copy);
  event.dataTransfer?.setDragImage(copy, event.clientX - left + 20, event.clientY - top + 20);
  setTimeout(() => copy.remove());
}
