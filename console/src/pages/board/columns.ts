import type { ListedLead } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { LiveBoard } from "../../data/board.ts";
import { tray } from "../../data/column.ts";
import { t } from "../../text/board.ts";
import { number } from "../../text/formats.ts";
import { w } from "../../text/words.ts";
import { icon } from "../../ui/icon.ts";
import { card, isStale, type Look, square } from "./card.ts";
import type { Dragging } from "./drag.ts";
import type { DrawnLane } from "./lanes.ts";
import { sumsOf } from "./names.ts";

/** What a column is drawn by besides its cards. */
export type ColumnLook = {
  look: (lead: ListedLead, lane: DrawnLane, n: number) => Look;
  dragging: Dragging;
  board: LiveBoard | undefined;
  /** Whether a filter leaves something out; whether the viewer has an order of their own. */
  isFiltered: boolean;
  isOrdered: boolean;
  now: number;
  closeTray: () => void;
};

/** A stage with its figures and its cards. */
export function column(lane: DrawnLane, look: ColumnLook): TemplateResult {
  const { id, stage } = lane;
  const isTarget = look.dragging.now?.over?.column === id;
  return html`<section
    class="column ${isTarget ? "target" : ""} ${id === tray ? "tray" : ""}"
    data-column=${id}
    aria-labelledby="column-${id}"
    @dragover=${(event: DragEvent) => look.dragging.over(event, id)}
    @drop=${(event: DragEvent) => look.dragging.drop(event)}
  >
    ${head(lane, look)}
    <ul @scroll=${(event: Event) => nearEnd(event, lane, look)}>
      ${cards(lane, look)}
    </ul>
    ${stage.limit && lane.figures.count > stage.limit ? html`<p class="limit">${t.overLimit(stage.limit)}</p>` : nothing}
  </section>`;
}

function head(lane: DrawnLane, look: ColumnLook): TemplateResult {
  const { id, stage, figures, cards: shown } = lane;
  const stale = shown.filter((one) => isStale(one.funnel, stage, look.now)).length;
  return html`<header>
    ${square(stage.color)}
    <h2 id="column-${id}">
      <span class="name" dir="auto">${stage.name}</span>
      <span class="count">${countWords(lane)}</span>
    </h2>
    <span class="sum">${sumsOf(figures.sums).map((one) => html`<span>${one}</span>`)}</span>
    ${
      id === tray
        ? html`<button type="button" class="icon-button" aria-label=${w.close} @click=${look.closeTray}>
            ${icon("x", 16)}
          </button>`
        : nothing
    }
    <p>
      ${id === tray ? t.trayWhy : nothing}
      ${stale > 0 ? html`<span class="late">${t.staleCount(stale)}</span>` : nothing}
      ${!look.isOrdered && lane.more ? html`<span>${t.orderedLoaded(lane.loaded)}</span>` : nothing}
    </p>
  </header>`;
}

export function countWords({ figures, state }: Pick<DrawnLane, "figures" | "state">): string {
  if (state === "loading") return "";
  return figures.atLeast ? `${number(figures.count)}+` : number(figures.count);
}

function cards(lane: DrawnLane, look: ColumnLook): TemplateResult {
  if (lane.state === "loading") return html`${[0, 1, 2].map(() => html`<li class="blank"></li>`)}`;
  const drag = look.dragging.now;
  const over = drag?.over?.column === lane.id ? drag.over : null;
  // Where it is already there is no place to be made.
  const at = lane.cards.findIndex(({ id }) => id === drag?.lead.id);
  const next = lane.cards[at + 1]?.id ?? null;
  const isSame = at >= 0 && (over?.before === next || over?.before === drag?.lead.id);
  const slot = over && !isSame && (look.isOrdered || drag?.from !== lane.id);
  return html`${
    lane.state === "failed"
      ? html`<li class="trouble" role="alert">
          <span>${t.columnFailed}</span>
          <button type="button" class="button" @click=${() => look.board?.retry()}>${w.retry}</button>
        </li>`
      : nothing
  }
  ${repeat(
    lane.cards,
    ({ id }) => id,
    (one, i) => html`${slot && over.before === one.id ? html`<li class="slot"></li>` : nothing}
      <li data-id=${one.id}>${card(one, look.look(one, lane, i + 1))}</li>`,
  )}
  ${slot && over.before === null ? html`<li class="slot"></li>` : nothing}
  ${rest(lane, look, Boolean(slot))}`;
}

function rest(lane: DrawnLane, look: ColumnLook, slot: boolean): TemplateResult | typeof nothing {
  if (lane.more && lane.loadingMore) return html`<li class="blank"></li>`;
  if (lane.more)
    return html`<li class="further">
      <button type="button" class="button plain" @click=${() => look.board?.more(lane.id)}>${t.more}</button>
    </li>`;
  if (lane.cards.length > 0 || slot || lane.state === "failed") return nothing;
  if (look.isFiltered && lane.loaded > 0) return html`<li class="nobody">${t.noneFound}</li>`;
  const words = lane.id === tray ? t.nobodyInTray : t.nobodyIn(lane.stage.name);
  return html`<li class="nobody">${words}</li>`;
}

/** The next cards are on their way before the last ones have been seen. */
function nearEnd(event: Event, { id, more, loadingMore }: DrawnLane, look: ColumnLook): void {
  const list = event.currentTarget as HTMLElement;
  const left = list.scrollHeight - list.scrollTop - list.clientHeight;
  if (more && !loadingMore && left < 400) look.board?.more(id);
}
