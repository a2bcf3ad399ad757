import { avatarStyles } from "@hilo/bricks/avatar-styles";
import type { ListedConversation } from "@hilo/schema";
import { css, html, type PropertyDeclarations, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { channels } from "../../../data/channels.ts";
import { stageOf } from "../../../data/funnels.ts";
import { memberName, members } from "../../../data/members.ts";
import { outgoing, withRefused } from "../../../data/refused.ts";
import { signedIn } from "../../../data/session.ts";
import { settings } from "../../../data/settings.ts";
import { t } from "../../../text/inbox.ts";
import { clock } from "../../../ui/clock.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { Lazy } from "../../../ui/lazy.ts";
import { Watch } from "../../../ui/source.ts";
import { tagStyles } from "../../../ui/tag.ts";
import { InView, rangeOf } from "./in-view.ts";
import { showRows } from "./neighbours.ts";
import { type RowContext, row } from "./row.ts";
import { rowStyles } from "./row-styles.ts";

const drafting = new Lazy(() => import("../../../data/written.ts"));

/** How near to the last row the next page is asked for, in pixels. */
const nearPx = 900;

/**
 * The rows of the list; those out of sight cost no layout or paint. Tells `near-end` when the last one comes near, and
 * `at-top` with whether the first is in sight.
 */
export class Rows extends HiloElement {
  static override properties: PropertyDeclarations = {
    items: { attribute: false },
    query: {},
    selectedId: {},
    cursorId: {},
    closing: { type: Boolean },
    owners: { type: Boolean },
    alone: { type: Boolean },
    fresh: { attribute: false },
    ending: {},
    label: {},
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
        overflow: hidden auto;
        overscroll-behavior: contain;
        scrollbar-width: thin;
        scrollbar-color: var(--line-strong) transparent;
      }
      li {
        content-visibility: auto;
        contain-intrinsic-size: auto 85px;
      }
      .ending {
        padding: 16px;
        color: var(--secondary);
        font: var(--small);
        text-align: center;
      }
    `,
  ];
  declare items: readonly ListedConversation[];
  declare query: string;
  declare selectedId: string | null;
  declare cursorId: string | null;
  declare closing: boolean;
  /** Whether the rows may be those of several people. */
  declare owners: boolean;
  /** Whether it is a row apart from the list. */
  declare alone: boolean;
  declare fresh: ReadonlySet<string>;
  declare ending: string;
  /** What they are, to who does not see them. */
  declare label: string;
  #top = true;
  readonly #watch = new Watch(this);
  readonly #inView = new InView(
    this,
    () => this.#range(),
    () => this.requestUpdate(),
  );

  constructor() {
    super();
    this.items = [];
    this.query = "";
    this.selectedId = null;
    this.cursorId = null;
    this.closing = false;
    this.owners = false;
    this.fresh = new Set();
    this.ending = "";
    this.label = t.conversations;
    this.alone = false;
  }

  protected override willUpdate(): void {
    const written = drafting.of(this);
    const drafts = written ? [written.writing] : [];
    this.#inView.opened(this.selectedId);
    this.#watch.to(
      clock,
      settings,
      outgoing,
      channels,
      members,
      ...drafts,
      ...this.#inView.sources,
    );
  }

  /** Brings a row into sight. */
  reveal(index: number): void {
    this.renderRoot.querySelectorAll("li")[index]?.scrollIntoView({ block: "nearest" });
  }

  /** The same for a row that nothing is seen of: one that was pressed stays where it is. */
  bringIn(index: number): void {
    const row = this.renderRoot.querySelectorAll("li")[index]?.getBoundingClientRect();
    const box = this.#scroller()?.getBoundingClientRect();
    if (row && box && (row.bottom <= box.top || row.top >= box.bottom)) this.reveal(index);
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
      self: signedIn().uid,
      target: settings.value?.responseTargetMs ?? null,
      closing: this.closing,
      owners: this.owners,
      nameOf: memberName,
      channels: channels.value,
      written: drafting.of(this)?.writtenIn ?? (() => ""),
      fresh: this.fresh,
      stageIn: (column) => stageOf(column, this)?.name,
      presentIn: (id) => this.#inView.presentIn(id),
    };
    return html`<div class="scroller" @scroll=${this.#scrolled}>
      <ul aria-label=${this.label}>
        ${repeat(
          this.items,
          (one) => one.id,
          (one) => html`<li>${row(withRefused(one), context)}</li>`,
        )}
      </ul>
      ${this.ending ? html`<p class="ending" role="status">${this.ending}</p>` : ""}
    </div>`;
  }

  protected override updated(): void {
    this.#show(this.items);
    this.#askForMore();
    this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#show([]);
  }

  #show(items: readonly ListedConversation[]): void {
    if (this.alone) return;
    showRows(
      items.map(({ id }) => id),
      this.selectedId,
    );
  }

  #scroller(): HTMLElement | null {
    return this.renderRoot.querySelector(".scroller");
  }

  #range(): { first: number; end: number } {
    const rows = this.renderRoot.querySelectorAll("li");
    const box = this.#scroller()?.getBoundingClientRect();
    if (!box) return { first: 0, end: 0 };
    const bottomOf = (index: number) => rows[index]?.getBoundingClientRect().bottom ?? box.bottom;
    return rangeOf(rows.length, { bottomOf, top: box.top, bottom: box.bottom });
  }

  #look(): void {
    this.#inView.look(this.items.map(({ id }) => id));
  }

  #scrolled(): void {
    this.#askForMore();
    this.#look();
    const top = (this.#scroller()?.scrollTop ?? 0) < 8;
    if (top === this.#top) return;
    this.#top = top;
    this.tell("at-top", top);
  }

  #askForMore(): void {
    const box = this.#scroller();
    if (box && box.scrollTop + box.clientHeight > box.scrollHeight - nearPx) this.tell("near-end");
  }
}

define("hilo-rows", Rows);
