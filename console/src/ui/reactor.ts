import { css, html, nothing, type TemplateResult } from "lit";
import { t } from "../text/kinds.ts";
import { define, HiloElement } from "./element.ts";
import { focused, giveBack } from "./focus.ts";
import { icon } from "./icon.ts";
import { place } from "./place.ts";
import { awaitField } from "./typed-ahead.ts";

const quick = ["👍", "❤️", "😂", "😮", "😢", "🙏"];

/** A few emoji to react with, and the way to all others. Tells `pick` with the one taken, `close` when left. */
export class Reactor extends HiloElement {
  static override properties = { given: {}, beside: { attribute: false }, whole: { state: true } };
  /** The one given before, which a press takes back. */
  declare given: string;
  /** What it stands next to. */
  declare beside: HTMLElement | undefined;
  declare whole: boolean;
  #before: HTMLElement | undefined;

  constructor() {
    super();
    this.given = "";
    this.beside = undefined;
    this.whole = false;
  }

  protected override firstUpdated(): void {
    this.#before = focused();
    this.#box()?.showPopover();
    this.#settle();
    this.renderRoot.querySelector<HTMLElement>("button")?.focus();
  }

  protected override render(): TemplateResult {
    return html`<div popover @toggle=${this.#toggled} @keydown=${this.#key}>
      ${this.whole ? html`<hilo-emoji-picker @pick=${this.#picked}></hilo-emoji-picker>` : this.#row()}
    </div>`;
  }

  #row(): TemplateResult {
    const more = this.given === "" || quick.includes(this.given) ? quick : [this.given, ...quick];
    return html`<div class="row" role="group" aria-label=${t.react}>
      ${more.map(
        (emoji) => html`<button
          type="button"
          aria-pressed=${emoji === this.given}
          title=${emoji === this.given ? t.takeBack : nothing}
          @click=${() => this.#take(emoji)}
        >
          ${emoji}
        </button>`,
      )}
      <button type="button" aria-label=${t.moreEmoji} title=${t.moreEmoji} @click=${this.#more}>
        ${icon("plus", 18)}
      </button>
    </div>`;
  }

  #picked(event: CustomEvent<string>): void {
    event.stopPropagation();
    this.#take(event.detail);
  }

  /** Closes first: whoever is told may take it away. */
  #take(emoji: string): void {
    this.#box()?.hidePopover();
    giveBack(this, this.#before);
    this.tell("pick", emoji);
  }

  async #more(): Promise<void> {
    const leave = () => this.#box()?.hidePopover();
    if (!(await awaitField(() => import("./emoji-picker.ts"), leave))) return;
    this.whole = true;
    await this.updateComplete;
    requestAnimationFrame(() => this.#settle());
  }

  #settle(): void {
    const box = this.#box();
    if (box && this.beside) place(box, this.beside, "above");
  }

  #toggled(event: ToggleEvent): void {
    if (event.newState !== "closed") return;
    giveBack(this, this.#before);
    this.tell("close");
  }

  #key(event: KeyboardEvent): void {
    event.stopPropagation();
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...this.renderRoot.querySelectorAll("button")];
    const at = buttons.findIndex((one) => one.matches(":focus"));
    if (step === undefined || at < 0) return;
    event.preventDefault();
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }

  #box(): HTMLElement | null {
    return this.renderRoot.querySelector("[popover]");
  }

  static override styles = [
    HiloElement.styles,
    css`
      [popover] {
        position: fixed;
        inset: auto;
        margin: 0;
        padding: 4px;
        border: 1px solid var(--line);
        border-radius: 22px;
        background: var(--surface);
        color: var(--text);
        box-shadow: var(--shadow-float);
      }
      .row {
        display: flex;
        gap: 2px;
      }
      button {
        display: grid;
        place-items: center;
        width: max(36px, var(--target));
        height: max(36px, var(--target));
        border-radius: 50%;
        font-size: 20px;
      }
      button:hover,
      button[aria-pressed="true"] {
        background: var(--accent-wash);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
    `,
  ];
}

define("hilo-reactor", Reactor);
