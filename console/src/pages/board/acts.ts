import type { FunnelView, ListedLead } from "@hilo/schema";
import type { LiveBoard } from "../../data/board.ts";
import { tray } from "../../data/column.ts";
import { stageAmong } from "../../data/funnels.ts";
import {
  changeLead,
  lostReasons,
  oppositeOf,
  problemWords,
  refusal,
} from "../../data/lead-acts.ts";
import { t } from "../../text/lead-moves.ts";
import { askReason } from "../../ui/lost-reason.ts";
import { toast } from "../../ui/toast.ts";
import type { Ending } from "./drag.ts";
import { leadName } from "./names.ts";

/** Where a card came from, and the card that it stood above. */
export type Origin = { column: string; before: string | null };

type Acting = { board: LiveBoard; funnels: readonly FunnelView[] };

/** What a column is called. */
export function columnName(funnels: readonly FunnelView[], column: string): string {
  return column === tray ? t.tray : (stageAmong(funnels, column)?.name ?? t.tray);
}

/** Moves a card, says so with the way back, or why it went back; resolves to whether it moved. */
export async function moveCard(
  { board, funnels }: Acting,
  lead: ListedLead,
  origin: Origin,
  to: { column: string; before: string | null; isOrdered: boolean },
): Promise<boolean> {
  const name = leadName(lead);
  const stage = columnName(funnels, to.column);
  try {
    await board.move(lead, to.column, to.before, to.isOrdered);
  } catch (error) {
    toast({ text: refusal(error, leadName(lead), funnels), tone: "bad" });
    return false;
  }
  const undo = () => void moveBack({ board, funnels }, lead, to.column, origin);
  const text = origin.column === to.column ? t.reordered(name) : t.moved(name, stage);
  // There is no way back into the tray: what is classified by hand stays so.
  toast({ text, ...(origin.column === tray ? {} : { undo }) });
  return true;
}

async function moveBack(
  { board, funnels }: Acting,
  lead: ListedLead,
  now: string,
  { column, before }: Origin,
): Promise<void> {
  const [id = "", stage = ""] = now.split("/");
  const funnel = lead.funnel && { ...lead.funnel, id, stage };
  try {
    await board.move({ ...lead, funnel }, column, before, true);
    toast({ text: t.movedBack(leadName(lead), columnName(funnels, column)) });
  } catch (error) {
    toast({ text: refusal(error, leadName(lead), funnels), tone: "bad" });
  }
}

/** Ends a lead as won or lost, which asks why; resolves to whether it has ended. */
export async function endCard(board: LiveBoard, lead: ListedLead, end: Ending): Promise<boolean> {
  const reason = end === "lost" ? await askReason(lostReasons) : null;
  if (end === "lost" && reason === null) return false;
  const name = leadName(lead);
  const changes = end === "won" ? { state: end } : { state: end, lostReason: reason ?? "" };
  try {
    await board.leaving(lead, () => changeLead(lead, changes));
  } catch (error) {
    toast({ text: problemWords(error), tone: "bad" });
    return false;
  }
  const undo = async () => {
    try {
      await changeLead({ ...lead, ...changes }, oppositeOf(lead, changes));
      toast({ text: t.reopened(name) });
    } catch (error) {
      toast({ text: problemWords(error), tone: "bad" });
    }
  };
  toast({ text: end === "won" ? t.wasWon(name) : t.wasLost(name), undo: () => void undo() });
  return true;
}
