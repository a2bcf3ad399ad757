import { css, html, LitElement, nothing } from "lit";
import { texts } from "../text/texts.ts";
import type { AttachAction } from "./attach-actions.ts";
import { base } from "./base.ts";
import { icon } from "./icon.ts";

/** The button with everything that can be attached; arrow keys move, Escape closes. */
class Menu extends LitElement {
  static override properties = { actions: {}, open: { state: true } };
  static override styles = [
    base,
    css`
      :host {
        position: relative;
        flex: none;
      }
      .icon-button {
        width: max(40px, var(--target));
        height: max(40px, var(--target));
        border-radius: 50%;
      }
      .icon-button svg {
        transition: rotate var(--quick) var(--ease);
      }
      .icon-button[aria-expanded="true"] svg {
        rotate: 45deg;
      }
      ul {
        position: absolute;
        bottom: calc(100% + 8px);
        left: 0;
        z-index: 2;
        width: 250px;
        max-height: min(510px, 62dvh);
        padding: 6px;
        overflow-y: auto;
        border: 1px solid var(--line);
        border-radius: 14px;
        background: var(--surface);
        box-shadow: var(--shadow-float);
      }
      li button {
        display: flex;
        align-items: center;
        gap: 12px;
        width: 100%;
        min-height: max(36px, var(--target));
        padding: 6px 10px;
        border-radius: 8px;
        text-align: start;
      }
      li svg {
        color: var(--secondary);
      }
      li button:hover,
      li button:focus-visible {
        background: var(--sunken);
      }
      li button:focus-visible {
        outline-offset: -2px;
      }
    `,
  ];
  declare actions: AttachAction[];
  declare open: boolean;
  readonly #outside = (event: Event) => {
    if (!event.composedPath().includes(this)) this.open = false;
  };

  constructor() {
    super();
    this.actions = [];
    this.open = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("pointerdown", this.#outside);
  }

  override disconnectedCallback(): void {
    document.removeEventListener("pointerdown", this.#outside);
    super.disconnectedCallback();
  }

  protected override render() {
    return html`
      <button
        type="button"
        class="icon-button"
        aria-label=${texts.attach}
        title=${texts.attach}
        aria-haspopup="menu"
        aria-expanded=${this.open}
        @click=${this.#toggle}
      >${icon("plus", 22)}</button>
      ${this.open ? this.#list() : nothing}
    `;
  }

  #list() {
    return html`<ul role="menu" aria-label=${texts.attach} @keydown=${this.#key}>
      ${this.actions.map(
        (action) => html`<li role="none">
          <button type="button" role="menuitem" @click=${() => this.#pick(action)}>
            ${icon(action.icon)}${action.label}
          </button>
        </li>`,
      )}
    </ul>`;
  }

  async #toggle(): Promise<void> {
    this.open = !this.open;
    await this.updateComplete;
    this.#items()[0]?.focus();
  }

  #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("[role=menuitem]")];
  }

  #key(event: KeyboardEvent): void {
    const items = this.#items();
    const active = this.shadowRoot?.activeElement;
    const at = active instanceof HTMLElement ? items.indexOf(active) : -1;
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const to = steps[event.key];
    if (event.key === "Escape") this.#close();
    else if (to !== undefined) items.at(to % items.length)?.focus();
    else return;
    event.preventDefault();
  }

  #close(): void {
    this.open = false;
    this.renderRoot.querySelector<HTMLElement>(".icon-button")?.focus();
  }

  #pick(action: AttachAction): void {
    this.#close();
    this.dispatchEvent(new CustomEvent("pick", { detail: action }));
  }
}
customElements.define("sim-menu", Menu);
