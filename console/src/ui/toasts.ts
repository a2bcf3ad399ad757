import { css, html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { w } from "../text/words.ts";
import { define, HiloElement } from "./element.ts";
import { icon } from "./icon.ts";
import { Watch } from "./source.ts";
import { dismiss, type Toast, toasts } from "./toast.ts";

/** The place where toasts appear. */
export class Toasts extends HiloElement {
  static override styles = [
    HiloElement.styles,
    css`
      :host {
        z-index: 60;
        display: grid;
        justify-items: start;
        gap: 8px;
        pointer-events: none;
      }
      div {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 8px 8px 8px 14px;
        border-radius: var(--radius-card);
        background: light-dark(#1d2129, #2a303b);
        color: #f3f5f8;
        box-shadow: var(--shadow-float);
        pointer-events: auto;
        animation: rise var(--quick) var(--ease);
      }
      .bad {
        background: light-dark(#7c1d22, #5c2226);
      }
      span {
        padding: 4px 0;
      }
      button {
        min-height: 32px;
        padding: 4px 10px;
        border-radius: 7px;
        font-weight: 600;
        color: #b9bbff;
      }
      .bad button {
        color: #ffd0d2;
      }
      button:hover {
        background: rgb(255 255 255 / 10%);
      }
      button[aria-label] {
        padding: 4px 6px;
        color: inherit;
        opacity: 0.7;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }
      @media (max-width: 859px) {
        :host {
          justify-items: center;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Watch(this, toasts);
  }

  protected override render(): TemplateResult {
    return html`${repeat(toasts.value, (one) => one.id, line)}`;
  }
}

function line(one: Toast): TemplateResult {
  return html`<div class=${one.tone}>
    <span>${one.text}</span>
    ${one.undo ? html`<button @click=${one.undo}>${w.undo}</button>` : ""}
    <button aria-label=${w.close} @click=${() => dismiss(one.id)}>${icon("x", 16)}</button>
  </div>`;
}

define("hilo-toasts", Toasts);
