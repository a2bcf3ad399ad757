import { css, html, LitElement } from "lit";
import { StoreController, store } from "../data/store.ts";
import { texts } from "../text/texts.ts";
import "./behaviour.ts";
import { base } from "./base.ts";
import { icon } from "./icon.ts";
import "./log.ts";
import "./sign-in-mails.ts";

const tabs = ["behaviour", "log", "mails"] as const;
type Tab = (typeof tabs)[number];

/** How the provider behaves, and what was said over the wire. */
class Controls extends LitElement {
  static override properties = { tab: { state: true } };
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        min-height: 0;
        background: var(--side);
      }
      header {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 14px 12px 0;
        border-bottom: 1px solid var(--line);
      }
      [role="tablist"] {
        display: flex;
        flex: 1;
        gap: 4px;
      }
      [role="tab"] {
        min-height: max(36px, var(--target));
        padding: 4px 10px 8px;
        border-bottom: 2px solid transparent;
        color: var(--secondary);
        font-weight: 500;
      }
      [role="tab"][aria-selected="true"] {
        border-color: var(--accent);
        color: var(--text);
      }
      .count {
        color: var(--secondary);
        font: var(--tiny);
      }
      section {
        flex: 1;
        min-height: 0;
        overflow-y: auto;
        overscroll-behavior: contain;
      }
      @media (min-width: 1100px) {
        .close {
          display: none;
        }
      }
    `,
  ];
  declare tab: Tab;

  constructor() {
    super();
    this.tab = "behaviour";
    new StoreController(this);
  }

  protected override render() {
    return html`
      <header>
        <div role="tablist" aria-label=${texts.controls} @keydown=${this.#key}>
          ${this.#tab("behaviour", texts.behaviour, 0)}
          ${this.#tab("log", texts.log, store.state.exchanges.length)}
          ${this.#tab("mails", texts.mails, 0)}
        </div>
        <button
          class="icon-button close"
          aria-label=${texts.close}
          @click=${() => this.dispatchEvent(new Event("close"))}
        >${icon("x")}</button>
      </header>
      <section role="tabpanel" id="panel" aria-labelledby=${this.tab}>
        ${this.#panel()}
      </section>
    `;
  }

  #panel() {
    if (this.tab === "mails") return html`<sim-sign-in-mails></sim-sign-in-mails>`;
    return this.tab === "log" ? html`<sim-log></sim-log>` : html`<sim-behaviour></sim-behaviour>`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  }

  #tab(name: Tab, label: string, count: number) {
    const chosen = this.tab === name;
    return html`<button
      role="tab"
      id=${name}
      aria-controls="panel"
      aria-selected=${chosen}
      tabindex=${chosen ? 0 : -1}
      @click=${() => (this.tab = name)}
    >${label} ${count ? html`<span class="count">${count}</span>` : ""}</button>`;
  }

  async #key({ key }: KeyboardEvent): Promise<void> {
    if (key !== "ArrowRight" && key !== "ArrowLeft") return;
    const step = key === "ArrowRight" ? 1 : tabs.length - 1;
    this.tab = tabs[(tabs.indexOf(this.tab) + step) % tabs.length] ?? "behaviour";
    await this.updateComplete;
    this.focus();
  }
}
customElements.define("sim-controls", Controls);
