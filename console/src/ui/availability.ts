import type { Availability } from "@hilo/schema";
import { css, html, type TemplateResult } from "lit";
import { w } from "../text/words.ts";
import { avatar } from "./avatar.ts";

/** A mark whose shape, not only its colour, tells whether somebody is here; its word stands beside it. */
export function availabilityMark(state: Availability): TemplateResult {
  return html`<i class="availability ${state}" aria-hidden="true"></i>`;
}

/** A member as their initials, with whether they are here. */
export function face(name: string, id: string, state: Availability, size: number): TemplateResult {
  return html`<span class="present" title=${w[state]} aria-hidden="true">${avatar(name, id, undefined, size)}${availabilityMark(state)}</span>`;
}

/** What both look like, beside `avatarStyles`. */
export const availabilityStyles = css`
  .present {
    position: relative;
    display: inline-grid;
    flex: none;
  }
  .availability {
    flex: none;
    width: 10px;
    height: 10px;
    border: 2px solid currentcolor;
    border-radius: 50%;
    background: var(--behind, var(--surface));
  }
  .availability.available {
    color: var(--good);
    background: currentcolor;
  }
  .availability.away {
    color: var(--warning);
    background: linear-gradient(90deg, currentcolor 50%, var(--behind, var(--surface)) 50%);
  }
  .availability.offline {
    color: var(--tertiary);
  }
  .present .availability {
    position: absolute;
    right: -2px;
    bottom: -2px;
    box-shadow: 0 0 0 2px var(--behind, var(--surface));
  }
`;
