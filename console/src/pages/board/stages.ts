import { html, type TemplateResult } from "lit";
import { tray } from "../../data/column.ts";
import { t } from "../../text/board.ts";
import { moveAmong } from "../../ui/one-stop.ts";
import { countWords } from "./columns.ts";
import type { DrawnLane } from "./lanes.ts";
import { sumWords } from "./names.ts";

/** How far a finger has to go sideways, and how much farther than up or down, in pixels. */
const farEnough = 60;
const straightEnough = 1.8;

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
    <p class="sums">${lane ? sumWords(lane.figures.sums) : ""}</p>`;
}

/** Follows a finger that goes sideways: tells 1 for the stage after, -1 for the one before. */
export class Swipe {
  #from: { x: number; y: number } | undefined;

  begin(event: TouchEvent): void {
    const [touch] = event.touches;
    this.#from = event.touches.length === 1 && touch ? at(touch) : undefined;
  }

  end(event: TouchEvent): -1 | 0 | 1 {
    const [touch] = event.changedTouches;
    const from = this.#from;
    this.#from = undefined;
    return from && touch ? wayOf(from, at(touch)) : 0;
  }
}

/** Which stage a finger asks for that went from one point to another; 0 for none. */
export function wayOf(from: { x: number; y: number }, to: { x: number; y: number }): -1 | 0 | 1 {
  const [across, along] = [to.x - from.x, to.y - from.y];
  if (Math.abs(across) < farEnough || Math.abs(across) < Math.abs(along) * straightEnough) return 0;
  return across < 0 ? 1 : -1;
}

function at({ clientX: x, clientY: y }: Touch): { x: number; y: number } {
  return { x, y };
}
