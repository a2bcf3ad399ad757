import { statusOf } from "@hilo/schema/message";
import { html, nothing, type TemplateResult } from "lit";
import { fileLinks } from "../../../data/files.ts";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { clockTime, exactTime } from "../../../text/formats.ts";
import { t } from "../../../text/thread.ts";
import { w } from "../../../text/words.ts";
import type { BubbleTone } from "../../../ui/bubble.ts";
import "../../../ui/bubble.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { icon } from "../../../ui/icon.ts";
import "../../../ui/quote.ts";
import { Watch } from "../../../ui/source.ts";
import { ticks } from "../../../ui/ticks.ts";
import { toast } from "../../../ui/toast.ts";
import { body } from "./body.ts";
import { deliveryNotice } from "./delivery-notice.ts";
import { gist } from "./gist.ts";
import { messageStyles } from "./message-styles.ts";
import type { Row } from "./rows.ts";

export type MessageRow = Extract<Row, { type: "message" }>;

/** One message of the thread. Tells `quote`, `jump`, `retry` and `discard` with the message or id meant. */
export class MessageElement extends HiloElement {
  static override properties = {
    row: { attribute: false },
    quoted: { attribute: false },
    names: { attribute: false },
    self: {},
    quotable: { type: Boolean },
    tone: { reflect: true },
    lit: { type: Boolean, reflect: true },
  };
  declare row: MessageRow | undefined;
  /** The message it quotes, when the thread holds it. */
  declare quoted: ThreadMessage | undefined;
  /** Names that are mentions when they follow an @. */
  declare names: readonly string[];
  /** The signed-in member. */
  declare self: string;
  declare quotable: boolean;
  declare tone: BubbleTone;
  /** Shown for a moment after jumping to it. */
  declare lit: boolean;

  constructor() {
    super();
    this.row = undefined;
    this.quoted = undefined;
    this.names = [];
    this.self = "";
    this.quotable = false;
    this.tone = "in";
    this.lit = false;
    new Watch(this, fileLinks.changed);
  }

  protected override willUpdate(): void {
    const direction = this.row?.message.direction;
    this.tone = direction === "note" ? "note" : direction === "outbound" ? "own" : "in";
    this.toggleAttribute("first", this.row?.first ?? false);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.row) return nothing;
    const { message, first, last, reactions } = this.row;
    return html`
      ${this.#author(message, first)}
      <div class="line">
        <hilo-bubble
          .tone=${this.tone}
          .reactions=${reactions}
          ?first=${first}
          ?last=${last}
          ?bare=${message.kind === "sticker"}
        >
          ${this.#quote(message)} ${body(message, this.names)}
          <span slot="meta" class="meta" title=${exactTime(message.providerAt)}>
            ${this.#meta(message)}
          </span>
        </hilo-bubble>
        ${this.#actions(message)}
      </div>
      ${deliveryNotice(message, this.tell.bind(this))}
    `;
  }

  #author(message: ThreadMessage, first: boolean) {
    const { author, direction } = message;
    if (!first || direction !== "outbound" || author.id === this.self) return nothing;
    const name = author.type === "member" ? author.name : `${t.automatic} · ${author.name}`;
    return html`<span class="author">${name}</span>`;
  }

  #quote(message: ThreadMessage) {
    if (!message.replyTo) return nothing;
    const { quoted } = this;
    const author = quoted?.author.id === this.self ? w.you : (quoted?.author.name ?? "");
    return html`<hilo-quote
      slot="quote"
      class="quote"
      .author=${author}
      .text=${quoted ? gist(quoted) : t.quoteGone}
      .label=${t.quoteJump(author)}
      .reachable=${quoted !== undefined}
      @jump=${(event: Event) => {
        event.stopPropagation();
        this.tell("jump", quoted?.id);
      }}
    ></hilo-quote>`;
  }

  #meta(message: ThreadMessage) {
    const time = clockTime(message.providerAt);
    const edited = message.editedAt === undefined ? nothing : html`<span>${t.edited} ·</span>`;
    if (message.direction === "note") {
      const own = message.author.id === this.self;
      return html`${edited}<span>${own ? t.noteMeta(time) : t.noteOf(message.author.name, time)}</span>`;
    }
    if (message.direction !== "outbound") return html`${edited}<span>${time}</span>`;
    if (message.local?.state === "waiting") {
      return html`<span>${t.waitingNetwork}</span>${ticks("queued")}`;
    }
    const status = message.local?.state === "refused" ? "failed" : statusOf(message);
    return html`${edited}<span>${time}</span>${ticks(status)}`;
  }

  #actions(message: ThreadMessage) {
    if (message.deletedAt !== undefined) return nothing;
    const copy =
      message.text === "" ? nothing : this.#action("copy", t.copy, () => copyText(message.text));
    const quotes = this.quotable && message.direction !== "note" && !message.local;
    const quote = quotes
      ? this.#action("reply", t.reply, () => this.tell("quote", message))
      : nothing;
    return html`<div class="actions" role="group" aria-label=${t.actions}>${quote}${copy}</div>`;
  }

  #action(name: "copy" | "reply", label: string, run: () => void): TemplateResult {
    return html`<button type="button" class="icon-button" aria-label=${label} title=${label} @click=${run}>
      ${icon(name, 16)}
    </button>`;
  }

  static override styles = [HiloElement.styles, messageStyles];
}

async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  toast({ text: t.copied });
}

define("hilo-message", MessageElement);
