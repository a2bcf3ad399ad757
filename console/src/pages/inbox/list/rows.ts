import type { ListedConversation } from "@hilo/schema";
import { virtualize, virtualizerRef } from "@lit-labs/virtualizer/virtualize.js";
import { css, html, type PropertyDeclarations, type TemplateResult } from "lit";
import { settings } from "../../../data/settings.ts";
import { t } from "../../../text/inbox.ts";
import { avatarStyles } from "../../../ui/avatar-styles.ts";
import { clock } from "../../../ui/clock.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { Watch } from "../../../ui/source.ts";
import { tagStyles } from "../../../ui/tag.ts";
import { type RowContext, row } from "./row.ts";
import { rowStyles } from "./row-styles.ts";

/** The rows of the list, of which only those in sight exist. Tells `near-end`, and `at-top` with whether it is. */
export class Rows extends HiloElement {
  static override properties: PropertyDeclarations = {
    items: { attribute: false },
    query: {},
    selectedId: {},
    cursorId: {},
    closing: { type: Boolean },
    fresh: { attribute: false },
  };
  static override styles = [
    HiloElement.styles,
    avatarStyles,
    tagStyles,
    rowStyles,
    css`
      :host {
        display: block;
        min-height: 0;
      }
      .scroller {
        height: 100%;
        overflow-x: hidden !important;
        overscroll-behavior: contain;
      }
    `,
  ];
  declare items: readonly ListedConversation[];
  declare query: string;
  declare selectedId: string | null;
  declare cursorId: string | null;
  declare closing: boolean;
  declare fresh: ReadonlySet<string>;
  #top = true;

  constructor() {
    super();
    this.items = [];
    this.query = "";
    this.selectedId = null;
    this.cursorId = null;
    this.closing = false;
    this.fresh = new Set();
    new Watch(this, clock, settings);
  }

  /** Brings a row into sight. */
  reveal(index: number): void {
    this.#scroller()?.[virtualizerRef]?.element(index)?.scrollIntoView({ block: "nearest" });
  }

  toTop(): void {
    this.#scroller()?.scrollTo({ top: 0 });
  }

  protected override render(): TemplateResult {
    const context: RowContext = {
      query: this.query,
      selectedId: this.selectedId,
      cursorId: this.cursorId,
      now: clock.value,
      target: settings.value?.responseTargetMs ?? null,
      closing: this.closing,
      fresh: this.fresh,
    };
    return html`<div
      class="scroller"
      role="feed"
      aria-label=${t.conversations}
      @scroll=${this.#scrolled}
      @rangeChanged=${this.#ranged}
    >
      ${virtualize({
        scroller: true,
        items: [...this.items],
        keyFunction: (one) => one.id,
        renderItem: (one) => row(one, context),
      })}
    </div>`;
  }

  #scroller(): (HTMLElement & { [virtualizerRef]?: VirtualRows }) | null {
    return this.renderRoot.querySelector(".scroller");
  }

  #scrolled(): void {
    const top = (this.#scroller()?.scrollTop ?? 0) < 8;
    if (top === this.#top) return;
    this.#top = top;
    this.tell("at-top", top);
  }

  #ranged(event: Event & { last?: number }): void {
    if ((event.last ?? 0) >= this.items.length - 8) this.tell("near-end");
  }
}

type VirtualRows = {
  element(index: number): { scrollIntoView(options: ScrollIntoViewOptions): void } | undefined;
};

define("hilo-rows", Rows);
