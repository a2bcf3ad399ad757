import { html, type TemplateResult } from "lit";
import { tray } from "../../data/column.ts";
import { t } from "../../text/board.ts";
import { moveAmong } from "../../ui/one-stop.ts";
import { countWords } from "./columns.ts";
import type { DrawnLane } from "./lanes.ts";
import { sumsOf } from "./names.ts";

/** Those that can be chosen one at a time: the tray only where somebody is in it. */
function choosable(lanes: readonly DrawnLane[]): readonly DrawnLane[] {
  return lanes.filter(({ id, loaded }) => id !== tray || loaded > 0);
}

/** The column that is shown where one was asked for: the first stage where there is none such. */
export function stageAmong(lanes: readonly DrawnLane[], asked: string): string {
  const all = choosable(lanes);
  return (all.find(({ id }) => id === asked) ?? all.find(({ id }) => id !== tray))?.id ?? "";
}

/** The column some steps beside another one; undefined where there is none. */
export function besideOf(
  lanes: readonly DrawnLane[],
  shown: string,
  way: number,
): string | undefined {
  const all = choosable(lanes);
  return way === 0 ? undefined : all[all.findIndex(({ id }) => id === shown) + way]?.id;
}

/** The stages as one control with the count over the name, of which one is shown at a time. */
export function stages(
  lanes: readonly DrawnLane[],
  shown: string,
  choose: (column: string) => void,
): TemplateResult {
  const lane = lanes.find(({ id }) => id === shown);
  return html`<div class="stages" role="tablist" aria-label=${t.stages} @keydown=${moveAmong}>
      ${choosable(lanes).map(
        (one) => html`<button
          type="button"
          role="tab"
          aria-selected=${one.id === shown}
          tabindex=${one.id === shown ? 0 : -1}
          @click=${() => choose(one.id)}
        >
          <b>${countWords(one) || "–"}</b><span dir="auto">${one.stage.name}</span>
        </button>`,
      )}
    </div>
    <p class="sums">${lane ? sumsOf(lane.figures.sums).join(" · ") : ""}</p>`;
}
