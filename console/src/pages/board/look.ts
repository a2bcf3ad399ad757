import type { ListedLead } from "@hilo/schema";
import { settings } from "../../data/settings.ts";
import { clock } from "../../ui/clock.ts";
import { narrow } from "../../ui/narrow.ts";
import type { Look } from "./card.ts";
import { addressOf, type BoardFilter } from "./filter.ts";
import type { DrawnLane } from "./lanes.ts";

/** What of a board decides how its cards look. */
export type Looking = {
  funnelId: string;
  filter: BoardFilter;
  current: string;
  held: string | undefined;
  dragged: string | undefined;
  opened: string;
  cameBack: string;
};

/** Whether fingers do what a mouse does elsewhere: then nothing is dragged. */
export function isTouched(): boolean {
  return narrow.value || matchMedia("(pointer: coarse)").matches;
}

/** How a card looks that is the `n`th of its column. */
export function lookOf(lead: ListedLead, lane: DrawnLane, n: number, at: Looking): Look {
  const { id } = lead;
  return {
    stage: lane.stage,
    n,
    of: lane.cards.length,
    href: addressOf(at.funnelId, at.filter, id),
    now: clock.value,
    target: settings.value?.responseTargetMs ?? null,
    isCurrent: id === at.current,
    isHeld: id === at.held,
    isGhost: id === at.dragged,
    isOpen: id === at.opened,
    cameBack: id === at.cameBack,
    drags: !isTouched(),
  };
}
