import type { FunnelView, ListedLead } from "@hilo/schema";
import { t } from "../../text/board.ts";
import { reasonWords } from "../../text/reasons.ts";
import type { MenuItem } from "../../ui/menu.ts";
import { square } from "./card.ts";

/** What can be done with a card: open it, move it to any stage, end it. The ids of stages are their columns. */
export function menuItems(
  lead: ListedLead,
  funnels: readonly FunnelView[],
  funnelId: string,
): MenuItem[] {
  const own = funnels.filter(({ id }) => id === funnelId);
  const others = funnels.filter(({ id }) => id !== funnelId);
  return [
    { id: "open", text: t.openLead, icon: "panelRight" },
    ...own.flatMap((one) => stagesOf(one, lead, t.move)),
    { id: "won", text: t.won, icon: "circleCheck", apart: true },
    { id: "lost", text: t.lostDots, icon: "circleX" },
    ...others.flatMap((one) => stagesOf(one, lead, t.otherFunnel(one.name))),
  ];
}

function stagesOf({ id, stages }: FunnelView, lead: ListedLead, heading: string): MenuItem[] {
  return stages.map((stage, i) => {
    const column = `${id}/${stage.id}`;
    const isHere = lead.column === column;
    const isMeant = lead.suggested?.id === id && lead.suggested.stage === stage.id;
    const [first] = lead.suggested?.why ?? [];
    const thought = first ? t.suggestedHere(reasonWords(first.rule)) : t.suggested;
    return {
      id: column,
      text: stage.name,
      picture: square(stage.color),
      checked: isHere,
      ...(isHere ? { hint: t.here } : isMeant ? { hint: thought } : {}),
      ...(i === 0 ? { heading, apart: true } : {}),
    };
  });
}
