import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { t } from "../../text/board.ts";
import { w } from "../../text/words.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { icon } from "../../ui/icon.ts";
import type { MenuItem } from "../../ui/menu.ts";

/**
 * What can be done with a card, as a sheet from below: large enough for a thumb. Tells `choose` with the id of what was
 * taken, and `close`.
 */
export class MoveSheet extends HiloElement {
  static override properties: PropertyDeclarations = {
    name: {},
    items: { attribute: false },
  };
  declare name: string;
  declare items: readonly MenuItem[];

  constructor() {
    super();
    this.name = "";
    this.items = [];
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector("dialog")?.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog
      aria-label=${t.moveTo(this.name)}
      @close=${() => this.tell("close")}
      @click=${(event: Event) => event.target === event.currentTarget && this.#close()}
    >
      <header>
        <h2 dir="auto">${t.moveTo(this.name)}</h2>
        <button type="button" class="icon-button" aria-label=${w.close} @click=${this.#close}>
          ${icon("x", 20)}
        </button>
      </header>
      <div class="items">${this.items.map((item) => this.#item(item))}</div>
    </dialog>`;
  }

  #item(item: MenuItem): TemplateResult {
    return html`${item.apart ? html`<hr />` : nothing}
      ${item.heading ? html`<p>${item.heading}</p>` : nothing}
      <button
        type="button"
        class="item ${item.id}"
        aria-current=${item.checked ? "true" : nothing}
        @click=${() => this.#choose(item)}
      >
        ${item.picture ?? (item.icon ? icon(item.icon, 20) : nothing)}
        <span class="text" dir="auto">${item.text}</span>
        ${item.hint ? html`<span class="hint">${item.hint}</span>` : nothing}
        ${item.checked ? icon("check", 18) : nothing}
      </button>`;
  }

  #choose({ id }: MenuItem): void {
    this.#close();
    this.tell("choose", id);
  }

  #close = (): void => this.renderRoot.querySelector("dialog")?.close();

  static override styles = [
    HiloElement.styles,
    css`
      dialog {
        width: 100%;
        max-width: 560px;
        max-height: min(80dvh, 720px);
        margin: auto auto 0;
        padding: 0 0 env(safe-area-inset-bottom);
        overflow: hidden;
        border: 0;
        border-radius: 16px 16px 0 0;
        background: var(--surface);
        color: var(--text);
        font: var(--body);
        animation: rise var(--quick) var(--ease);
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      dialog::backdrop {
        background: rgb(15 17 21 / 45%);
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(24px);
        }
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 12px 12px 10px 16px;
        border-bottom: 1px solid var(--line);
      }
      h2 {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
        font: var(--title);
      }
      .items {
        padding: 4px 0 8px;
        overflow-y: auto;
      }
      .item {
        display: flex;
        align-items: center;
        gap: 12px;
        width: 100%;
        min-height: 52px;
        padding: 8px 16px;
        font-size: 15px;
        text-align: start;
      }
      .item:hover,
      .item:focus-visible {
        background: var(--sunken);
        outline-offset: -2px;
      }
      .item[aria-current] {
        color: var(--secondary);
      }
      .item.won {
        color: var(--good-text);
      }
      .item.lost {
        color: var(--bad-text);
      }
      .text {
        flex: 1;
        overflow-wrap: anywhere;
      }
      .hint,
      p {
        color: var(--secondary);
        font: var(--small);
      }
      p {
        padding: 8px 16px 2px;
      }
      hr {
        margin: 4px 0;
        border: 0;
        border-top: 1px solid var(--line);
      }
    `,
  ];
}

define("hilo-move-sheet", MoveSheet);
