import {
  css,
  html,
  type LitElement,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { w } from "../text/words.ts";
import { define, HiloElement } from "./element.ts";
import { focused, giveBack, takesText } from "./focus.ts";
import { icon } from "./icon.ts";
import { expectField, forgetTyped, keepTyped } from "./typed-ahead.ts";

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
      wa-dialog::part(body) {
        scroll-padding-bottom: var(--dialog-foot, 0);
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
  #isShown = false;
  /** What got the focus at its beginning; null where nothing is there to have it. */
  #begun: HTMLElement | null | undefined;
  /** Gives what is typed while it goes to whatever has the focus then; nothing, unless it goes. */
  #giveTyped: (() => void) | undefined;

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
    if (this.open && !this.#isShown) forgetTyped();
    this.#giveTyped?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("open") || !this.open) return;
    this.#before = focused();
    expectField(() => {
      this.open = false;
      this.tell("close");
    });
  }

  protected override render(): TemplateResult {
    if (this.open && !this.ready) void this.#load();
    if (!this.ready) return html``;
    return html`<wa-dialog
      label=${this.label}
      without-header
      light-dismiss
      .open=${this.open}
      @wa-hide=${this.#hides}
      @wa-after-hide=${this.#hidden}
    >
      ${this.bare ? this.#content() : this.#framed()}
    </wa-dialog>`;
  }

  /** Web Awesome gives the focus to what says so here, a frame after ours, or takes it for itself. A slot takes none. */
  #content(): TemplateResult {
    return html`<slot ?autofocus=${this.#first() !== null} @slotchange=${this.#filled}></slot>`;
  }

  #framed(): TemplateResult {
    return html`<header>
        <h2>${this.label}</h2>
        <button class="icon-button" aria-label=${w.close} @click=${this.#leave}>${icon("x", 18)}</button>
      </header>
      <div class="body">${this.#content()}</div>
      <slot name="actions"></slot>`;
  }

  async #load(): Promise<void> {
    await parts();
    this.ready = true;
  }

  protected override updated(): void {
    if (this.#isShown === (this.open && this.ready)) return;
    this.#isShown = !this.#isShown;
    if (this.#isShown) void this.#begin();
  }

  async #begin(): Promise<void> {
    await this.renderRoot.querySelector<LitElement>("wa-dialog")?.updateComplete;
    this.#begun = this.#first();
    this.#begun?.focus();
    if (!takesText(focused())) forgetTyped();
  }

  /** What begins it may come late. */
  #filled(): void {
    if (this.#isShown && this.#begun === null) void this.#begin();
  }

  #first(): HTMLElement | null {
    return this.querySelector("[autofocus]");
  }

  #leave(): void {
    this.open = false;
  }

  #hides(event: Event): void {
    if (event.target !== event.currentTarget) return;
    this.open = false;
    this.#giveTyped ??= keepTyped();
  }

  #hidden(event: Event): void {
    if (event.target !== event.currentTarget) return;
    giveBack(this, this.#before);
    this.tell("close");
    this.#giveTyped?.();
    this.#giveTyped = undefined;
  }
}

define("hilo-dialog", Dialog);
