import { base as shared } from "@hilo/bricks/base";
import { type CSSResultGroup, css } from "lit";

/** Box model, buttons, fields and focus, alike in every element. */
export const base: CSSResultGroup = [
  shared,
  css`
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
      min-width: 0;
    }
    .icon-button {
      flex: none;
    }
    .icon-button[aria-pressed="true"] {
      background: var(--sunken);
      color: var(--text);
    }
    input[type="checkbox"],
    input[type="radio"] {
      width: 16px;
      height: 16px;
      flex: none;
      accent-color: var(--accent);
    }
    .cut {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      min-width: 0;
    }
  `,
];
