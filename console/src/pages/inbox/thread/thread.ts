import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { ListedMember } from "../../../data/members.ts";
import type { Thread } from "../../../data/messages.ts";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { dayName } from "../../../text/formats.ts";
import { t } from "../../../text/thread.ts";
import { calledBy } from "../../../text/who.ts";
import { announce } from "../../../ui/announce.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { icon } from "../../../ui/icon.ts";
import { oneLine } from "../message/one-line.ts";
import "../message/message.ts";
import { noticeOf } from "../message/notice-of.ts";
import { noticeStyles } from "../message/notice-styles.ts";
import type { Row } from "../message/row.ts";
import { firstUnread, quotedOf, rowsOf } from "./messages/rows.ts";
import { ScrollKeeper } from "./messages/scroll-keeper.ts";
import { skeleton } from "./messages/skeleton.ts";
import { systemIcon, systemWords } from "./messages/system-words.ts";
import { ReadMarker } from "./reading/read-marker.ts";
import { threadStyles } from "./thread-styles.ts";

/** How close to its beginning the next older page is asked for, in pixels. */
const olderPx = 600;

/**
 * The messages of one conversation. Opens at the first unread one. Tells `older` when its beginning comes near, and
 * passes on what its messages tell.
 */
export class ThreadElement extends HiloElement {
  static override properties = {
    conversationId: {},
    thread: { attribute: false },
    unread: { type: Number },
    inboundCount: { type: Number },
    members: { attribute: false },
    self: {},
    contact: {},
    next: {},
    quotable: { type: Boolean },
    reactable: { type: Boolean },
    forwardable: { type: Boolean },
    now: { type: Number },
    below: { state: true },
    litId: { state: true },
  };
  declare conversationId: string;
  declare thread: Thread;
  /** Unread messages as Firestore counts them; below zero until that is known. */
  declare unread: number;
  /** How many messages have ever come in. */
  declare inboundCount: number;
  declare members: readonly ListedMember[];
  declare self: string;
  /** The customer's name, for messages that tell none. */
  declare contact: string;
  /** What happens next, said below the last message. */
  declare next: string;
  declare quotable: boolean;
  declare reactable: boolean;
  declare forwardable: boolean;
  declare now: number;
  /** How many messages have arrived below what is being read. */
  declare below: number;
  declare litId: string;
  #mark: { id: string; count: number } | null = null;
  #opened = false;
  #placed = false;
  readonly #scroll = new ScrollKeeper(this);
  readonly #reading = new ReadMarker(this);

  constructor() {
    super();
    this.conversationId = "";
    this.thread = { messages: [], state: "loading", older: "loading" };
    this.unread = -1;
    this.inboundCount = 0;
    this.members = [];
    this.self = "";
    this.contact = "";
    this.next = "";
    this.quotable = false;
    this.reactable = false;
    this.forwardable = false;
    this.now = 0;
    this.below = 0;
    this.litId = "";
  }

  /** How many of the unread messages are on the screen or above it. */
  seenUnread(): number {
    if (!this.#isKnown()) return 0;
    if (this.#scroll.atEnd) return this.unread;
    const edge = this.getBoundingClientRect().bottom;
    const inbound = this.thread.messages.filter(({ direction }) => direction === "inbound");
    const held = inbound.slice(-this.unread);
    const above = held.filter(({ id }) => {
      const element = this.#element(id);
      return element !== null && element.getBoundingClientRect().bottom <= edge;
    });
    return above.length;
  }

  /** Scrolls to the newest message. */
  toEnd(): void {
    this.#scroll.toEnd(true);
    this.below = 0;
  }

  /** Brings a message to where it is read, and lights it for a moment. */
  jump(id: string): void {
    this.#jump(id);
  }

  /** Leaves unread what is marked so, also while it is looked at. */
  async keepUnread(): Promise<void> {
    await this.#reading.keepUnread();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.#opened && this.#isKnown()) {
      this.#mark = firstUnread(this.thread.messages, this.unread);
    }
    const before = changed.get("thread");
    if (before && before.state === "ready") this.#arrived(before.messages);
  }

  protected override updated(): void {
    this.#askForOlder();
    if (this.#opened || !this.#isKnown()) return;
    this.#opened = true;
    // The bubbles draw themselves after this: only then is it known where anything stands.
    requestAnimationFrame(() => this.#begin());
  }

  #begin(): void {
    const mark = this.renderRoot.querySelector<HTMLElement>(".unread");
    if (mark) this.#scroll.show(mark, 0.2);
    else this.#scroll.toEnd();
    this.#placed = true;
    this.#askForOlder();
  }

  /** Also without scrolling: a page of reactions and short lines may not fill the place. */
  #askForOlder(): void {
    const box = this.renderRoot.querySelector(".scroll");
    const near = this.#placed && box !== null && box.scrollTop < olderPx;
    if (near && this.thread.older === "some") this.tell("older");
  }

  protected override render(): TemplateResult {
    const { messages, state } = this.thread;
    if (state === "loading" && messages.length === 0) return skeleton();
    if (state === "failed" && messages.length === 0) return empty(t.failed, t.failedHint);
    if (messages.length === 0) return empty(t.empty, t.emptyHint);
    return html`
      <div
        class="scroll"
        role="log"
        aria-live="off"
        aria-label=${t.thread}
        tabindex="0"
        @scroll=${this.#scrolled}
        @jump=${(event: CustomEvent<string>) => this.#jump(event.detail)}
      >
        <div class="content">
          ${this.#beginning()}
          ${repeat(
            rowsOf(messages, this.#mark),
            (row) => row.key,
            (row) => this.#row(row),
          )}
          ${this.next === "" ? nothing : html`<p class="system" role="status">${icon("timer", 14)}<span>${this.next}</span></p>`}
        </div>
      </div>
      ${this.#pill()}
    `;
  }

  /** Whether both the messages and how many of them are unread have come. */
  #isKnown(): boolean {
    return this.thread.state === "ready" && this.unread >= 0;
  }

  #beginning(): TemplateResult {
    const loading = this.thread.older !== "none";
    return html`<p class="beginning">${loading ? t.older : t.beginning}</p>`;
  }

  #row(row: Row): TemplateResult {
    if (row.type === "day") {
      return html`<div class="day" role="separator"><span>${dayName(row.at, this.now)}</span></div>`;
    }
    if (row.type === "unread") {
      return html`<div class="unread" role="separator"><span>${t.newMark(row.count)}</span></div>`;
    }
    if (row.type === "system") {
      return html`<p class="system" data-id=${row.message.id}>
          ${icon(systemIcon(row.message), 14)}<span>${systemWords(row.message, this.now, this)}</span>
        </p>
        ${noticeOf(this, row.message, this.tell.bind(this))}`;
    }
    return html`<hilo-message
      data-id=${row.album.length > 0 ? row.album.map(({ id }) => id).join(" ") : row.message.id}
      .row=${row}
      .quoted=${quotedOf(row.message, this.thread.messages)}
      .names=${this.#namesIn(row.message)}
      .self=${this.self}
      .contact=${this.contact}
      ?quotable=${this.quotable}
      ?reactable=${this.reactable}
      ?forwardable=${this.forwardable}
      ?lit=${[row.message, ...row.album].some(({ id }) => id === this.litId)}
    ></hilo-message>`;
  }

  /** Who is called in a note: whoever it told. */
  #namesIn({ mentions = [] }: ThreadMessage): string[] {
    return this.members.filter(({ id }) => mentions.includes(id)).map(({ name }) => name);
  }

  #pill(): TemplateResult | typeof nothing {
    if (this.#scroll.atEnd) return nothing;
    return html`<button
      type="button"
      class="pill"
      aria-label=${this.below > 0 ? t.newPill(this.below) : t.toEnd}
      @click=${this.toEnd}
    >
      ${this.below > 0 ? html`<span>${t.newPill(this.below)}</span>` : nothing}
      ${icon("arrowDown", 16)}
    </button>`;
  }

  #scrolled(): void {
    const wasAtEnd = this.#scroll.atEnd;
    this.#scroll.scrolled();
    if (this.#scroll.atEnd) this.below = 0;
    if (wasAtEnd !== this.#scroll.atEnd) this.requestUpdate();
    this.#reading.look();
    this.#askForOlder();
  }

  /** New messages: ours bring us to the end; the customer's are announced, and counted when out of sight. */
  #arrived(before: readonly ThreadMessage[]): void {
    const known = new Set(before.map(({ id }) => id));
    const lastKnown = before.at(-1)?.providerAt ?? 0;
    const fresh = this.thread.messages.filter(
      ({ id, providerAt }) => !known.has(id) && providerAt >= lastKnown,
    );
    if (fresh.some(({ local, kind }) => local && kind !== "reaction")) this.#scroll.atEnd = true;
    const inbound = fresh.filter(({ direction }) => direction === "inbound");
    if (!this.#scroll.atEnd) this.below += inbound.length;
    const newest = inbound.at(-1);
    if (newest)
      announce(t.arrived(newest.writer ? calledBy(newest.writer) : this.contact, oneLine(newest)));
  }

  #jump(id: string): void {
    const element = this.#element(id);
    if (!element) return;
    this.#scroll.show(element, 0.3, true);
    this.litId = id;
    setTimeout(() => {
      this.litId = "";
    }, 1600);
  }

  #element(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-id~="${CSS.escape(id)}"]`);
  }

  static override styles = [HiloElement.styles, threadStyles, noticeStyles];
}

function empty(title: string, hint: string): TemplateResult {
  return html`<div class="empty">
    ${icon("messages", 28)}
    <h2>${title}</h2>
    <p>${hint}</p>
  </div>`;
}

define("hilo-thread", ThreadElement);
