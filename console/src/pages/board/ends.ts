import { paint } from "@hilo/bricks/paint";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../text/board.ts";
import { icon } from "../../ui/icon.ts";
import type { Dragging, Ending } from "./drag.ts";

/** While a card is dragged: where it ends when dropped there, and beside it from where to where it would go. */
export function ends(
  dragging: Dragging,
  name: (column: string) => string,
): TemplateResult | typeof nothing {
  const { now } = dragging;
  if (!now) return nothing;
  const to = now.end ? t[now.end] : now.over ? name(now.over.column) : "";
  const from = name(now.from);
  const where = paint({ "--x": `${now.x}px`, "--y": `${now.y}px` });
  return html`<div class="ends" aria-hidden="true">
      ${zone(dragging, "won")} ${zone(dragging, "lost")}
    </div>
    ${to === "" || to === from ? nothing : html`<div class="pill" ${where} aria-hidden="true">${t.from(from, to)}</div>`}`;
}

function zone(dragging: Dragging, end: Ending): TemplateResult {
  return html`<div
    class="end ${end} ${dragging.now?.end === end ? "over" : ""}"
    @dragover=${(event: DragEvent) => dragging.overEnd(event, end)}
    @drop=${(event: DragEvent) => dragging.drop(event)}
  >
    ${icon(end === "won" ? "circleCheck" : "circleX", 20)}
    <b>${t[end]}</b><span>${end === "won" ? t.dropWon : t.dropLost}</span>
  </div>`;
}
