import type { LiveBoard } from "../../data/board.ts";
import { funnels } from "../../data/funnels.ts";
import { Dragging } from "./drag.ts";
import { Hands, isStage } from "./hands.ts";
import { Keyboard } from "./keyboard.ts";
import type { DrawnLane } from "./lanes.ts";

/** What mouse, keys and menu need of the board that they work on. */
export type Controlled = {
  board(): LiveBoard | undefined;
  /** As they are drawn. */
  lanes(): readonly DrawnLane[];
  /** Whether a place within a column can be chosen. */
  isOrdered(): boolean;
  /** Told of a card that was refused; empty when another one is moved. */
  cameBack(leadId: string): void;
  focusCard(leadId: string): void;
  menu(leadId: string): void;
  requestUpdate(): void;
};

/** All by which cards of a board are moved. */
export function controlsOf(board: Controlled) {
  const known = () => (typeof funnels.value === "string" ? [] : funnels.value);
  const hands = new Hands({ ...board, funnels: known });
  const dragging = new Dragging({
    ...board,
    takes: isStage,
    dropped: (drag) => hands.dropped(drag),
  });
  const keyboard = new Keyboard({
    ...board,
    takes: isStage,
    dropped: (lead, held, to) => void hands.carried(lead, held, to),
  });
  return { hands, dragging, keyboard };
}
