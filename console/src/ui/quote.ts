import { css, html, nothing } from "lit";
import { define, HiloElement } from "./element.ts";

/** A quoted message, in one line. Pressing it tells `jump`, when there is somewhere to jump to. */
export class Quote extends HiloElement {
  static override properties = {
    author: {},
    text: {},
    label: {},
    reachable: { type: Boolean },
  };
  declare author: string;
  declare text: string;
  declare label: string;
  declare reachable: boolean;

  constructor() {
    super();
    this.author = "";
    this.text = "";
    this.label = "";
    this.reachable = false;
  }

  protected override render() {
    const content = html`${this.author === "" ? nothing : html`<b dir="auto">${this.author}</b>`}<span
        dir="auto"
        >${this.text}</span
      >`;
    return this.reachable
      ? html`<button type="button" title=${this.label} @click=${() => this.tell("jump")}>
          ${content}
        </button>`
      : html`<div class="quote">${content}</div>`;
  }

  static override styles = [
    HiloElement.styles,
    css`
      :host {
        display: block;
        min-width: 0;
        color: inherit;
      }
      button,
      .quote {
        display: grid;
        width: 100%;
        padding: 2px 8px 2px 10px;
        border-left: 3px solid currentcolor;
        border-radius: 2px;
        font: var(--small);
        text-align: start;
        opacity: 0.82;
      }
      button:hover {
        opacity: 1;
      }
      b {
        font-weight: 600;
      }
      b,
      span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];
}

define("hilo-quote", Quote);
