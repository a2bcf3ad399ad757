import {
  css,
  html,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { w } from "../text/words.ts";
import { define, HiloElement } from "./element.ts";
import { focused, giveBack } from "./focus.ts";
import { icon } from "./icon.ts";

const parts = () => import("./dialog-parts.ts");

/**
 * A dialog with a title, its content in the default slot and its buttons in the slot "actions". Tells `close` when it
 * has closed, and gives the focus back. `bare` leaves out title and padding; `label` still names it.
 */
export class Dialog extends HiloElement {
  static override properties: PropertyDeclarations = {
    label: {},
    open: { type: Boolean },
    bare: { type: Boolean },
    ready: { state: true },
  };
  static override styles = [
    HiloElement.styles,
    css`
      wa-dialog {
        --spacing: 0;
        --width: var(--dialog-width, 460px);
      }
      wa-dialog::part(dialog) {
        border: 1px solid var(--line);
        font: var(--body);
        color: var(--text);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: 14px 12px 6px 20px;
      }
      h2 {
        font: var(--title);
        letter-spacing: -0.01em;
      }
      .body {
        padding: 8px 20px 20px;
      }
      footer {
        display: flex;
        justify-content: flex-end;
        gap: 8px;
        padding: 12px 20px 16px;
        border-top: 1px solid var(--line);
      }
    `,
  ];
  declare label: string;
  declare open: boolean;
  declare bare: boolean;
  declare ready: boolean;
  /** What had the focus before, and gets it back. */
  #before: HTMLElement | undefined;

  constructor() {
    super();
    this.label = "";
    this.open = false;
    this.bare = false;
    this.ready = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Taken away while it was open, by whoever had what they wanted of it.
    if (this.open) queueMicrotask(() => giveBack(this, this.#before));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("open") && this.open) this.#before = focused();
  }

  protected override render(): TemplateResult {
    if (this.open && !this.ready) void this.#load();
    if (!this.ready) return html``;
    return html`<wa-dialog
      label=${this.label}
      without-header
      light-dismiss
      .open=${this.open}
      @wa-show=${this.#begin}
      @wa-hide=${this.#hides}
      @wa-after-hide=${this.#hidden}
    >
      ${this.bare ? html`<slot></slot>` : this.#framed()}
    </wa-dialog>`;
  }

  #framed(): TemplateResult {
    return html`<header>
        <h2>${this.label}</h2>
        <button class="icon-button" aria-label=${w.close} @click=${this.#leave}>${icon("x", 18)}</button>
      </header>
      <div class="body"><slot></slot></div>
      <slot name="actions"></slot>`;
  }

  async #load(): Promise<void> {
    await parts();
    this.ready = true;
  }

  /** The dialog itself takes the focus a frame later: what is to have it gets it after that. */
  #begin(): void {
    const first = () => this.querySelector<HTMLElement>("[autofocus]")?.focus();
    requestAnimationFrame(() => requestAnimationFrame(first));
  }

  #leave(): void {
    this.open = false;
  }

  #hides(event: Event): void {
    if (event.target === event.currentTarget) this.open = false;
  }

  #hidden(event: Event): void {
    if (event.target !== event.currentTarget) return;
    giveBack(this, this.#before);
    this.tell("close");
  }
}

define("hilo-dialog", Dialog);
