import { cut } from "@hilo/schema/visible";
import { css, html, nothing, render, type TemplateResult } from "lit";
import { t } from "../text/kinds.ts";
import { define, HiloElement } from "./element.ts";
import { longest, wholeText } from "./whole-text.ts";

/**
 * A text of which the beginning is seen until its button is pressed; as long as the element stays, all of it is. The
 * text stands outside its shadow, where the marks of a search and the looks of links reach it.
 */
export class LongText extends HiloElement {
  static override properties = {
    text: {},
    names: { attribute: false },
    whole: { state: true },
  };
  declare text: string;
  declare names: readonly string[];
  declare whole: boolean;

  constructor() {
    super();
    this.text = "";
    this.names = [];
    this.whole = false;
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>${
      this.whole
        ? nothing
        : html`<button type="button" @click=${this.#showAll}>${t.showAll}</button>`
    }`;
  }

  protected override updated(): void {
    const shown = this.whole ? this.text : `${cut(this.text, longest)}…`;
    render(wholeText(shown, this.names), this);
  }

  /** Whoever pressed it by a key goes on from here. */
  #showAll(): void {
    this.whole = true;
    this.tabIndex = -1;
    this.focus({ preventScroll: true });
  }

  static override styles = [
    HiloElement.styles,
    css`
      :host(:focus) {
        outline: none;
      }
      button {
        display: block;
        min-height: 24px;
        margin-top: 6px;
        padding: 2px 10px;
        border-radius: 12px;
        background: color-mix(in srgb, currentcolor 10%, transparent);
        font: 500 12px/18px var(--font);
      }
      button:hover {
        background: color-mix(in srgb, currentcolor 18%, transparent);
      }
    `,
  ];
}

define("hilo-long-text", LongText);
