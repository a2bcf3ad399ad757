import { html, nothing, type TemplateResult } from "lit";
import { fileLinks } from "../../../data/files.ts";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { exactTime } from "../../../text/formats.ts";
import { t } from "../../../text/thread.ts";
import { calledBy } from "../../../text/who.ts";
import { w } from "../../../text/words.ts";
import type { BubbleTone } from "../../../ui/bubble.ts";
import type { MessageRow } from "./row.ts";
import "../../../ui/bubble.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import "../../../ui/quote.ts";
import { Watch } from "../../../ui/source.ts";
import { body } from "./body.ts";
import { LongPress } from "./long-press.ts";
import { type Deeds, messageActions } from "./message-actions.ts";
import { meta } from "./message-meta.ts";
import { messageStyles } from "./message-styles.ts";
import { noticeOf } from "./notice-of.ts";
import { noticeStyles } from "./notice-styles.ts";
import { oneLine } from "./one-line.ts";

/**
 * One message of the thread. Tells `quote`, `passon`, `jump`, `retry` and `discard` with the message or id meant, `react` with
 * the message and the emoji.
 */
export class MessageElement extends HiloElement {
  static override properties = {
    row: { attribute: false },
    quoted: { attribute: false },
    names: { attribute: false },
    self: {},
    contact: {},
    quotable: { type: Boolean },
    reactable: { type: Boolean },
    forwardable: { type: Boolean },
    tone: { reflect: true },
    lit: { type: Boolean, reflect: true },
    revealed: { state: true },
    reacting: { state: true },
  };
  declare row: MessageRow | undefined;
  /** The message it quotes, when the thread holds it. */
  declare quoted: ThreadMessage | undefined;
  /** Names that are mentions when they follow an @. */
  declare names: readonly string[];
  /** The signed-in member. */
  declare self: string;
  /** The customer's name, for messages that tell none. */
  declare contact: string;
  declare quotable: boolean;
  declare reactable: boolean;
  /** Whether it can be passed on to somebody else. */
  declare forwardable: boolean;
  declare tone: BubbleTone;
  /** Shown for a moment after jumping to it. */
  declare lit: boolean;
  /** Whether what was deleted, or stood there before an edit, is seen. */
  declare revealed: boolean;
  declare reacting: boolean;

  constructor() {
    super();
    this.row = undefined;
    this.quoted = undefined;
    this.names = [];
    this.self = "";
    this.contact = "";
    this.quotable = false;
    this.reactable = false;
    this.forwardable = false;
    this.tone = "in";
    this.lit = false;
    this.revealed = false;
    this.reacting = false;
    new Watch(this, fileLinks.changed);
    new LongPress(this);
  }

  protected override willUpdate(): void {
    const direction = this.row?.message.direction;
    this.tone = direction === "note" ? "note" : direction === "outbound" ? "own" : "in";
    this.toggleAttribute("first", this.row?.first ?? false);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.row) return nothing;
    const { message, first, last } = this.row;
    const deeds = this.#deeds(message);
    return html`
      ${this.#author(message, first)}
      <div class="line">
        <hilo-bubble
          .tone=${this.tone}
          .reactions=${this.#reactions()}
          ?reactable=${this.reactable}
          ?first=${first}
          ?last=${last}
          ?bare=${message.kind === "sticker" && message.deletedAt === undefined}
          @react=${(event: CustomEvent<string>) => this.#react(event)}
        >
          ${this.#quote(message)}
          ${body(this.row, { names: this.names, revealed: this.revealed, reveal: deeds.reveal })}
          <span slot="meta" class="meta" title=${exactTime(message.providerAt)}>
            ${meta(message, this.self, this.revealed, deeds.reveal)}
          </span>
        </hilo-bubble>
        ${messageActions(message, deeds)}
        ${this.reacting ? this.#reactor() : nothing}
      </div>
      ${noticeOf(this, message, this.tell.bind(this))}
    `;
  }

  #deeds(message: ThreadMessage): Deeds {
    const settled = message.direction !== "note" && message.externalId !== null;
    return {
      reveal: () => {
        this.revealed = !this.revealed;
      },
      quote: this.quotable && settled ? () => this.tell("quote", message) : undefined,
      forward:
        this.forwardable && settled && message.kind !== "call"
          ? () => this.tell("passon", message)
          : undefined,
      react:
        this.reactable && settled && message.kind !== "call"
          ? () => void this.#openReactor()
          : undefined,
    };
  }

  #author(message: ThreadMessage, first: boolean) {
    if (!first) return nothing;
    const name = authorOf(message, this.self);
    return name === "" ? nothing : html`<span class="author"><bdi>${name}</bdi></span>`;
  }

  #quote(message: ThreadMessage) {
    if (!message.replyTo) return nothing;
    const { quoted } = this;
    const author = quoted ? this.#nameOf(quoted) : "";
    return html`<hilo-quote
      slot="quote"
      class="quote"
      .author=${author}
      .text=${quoted ? oneLine(quoted) : t.quoteGone}
      .label=${t.quoteJump(author)}
      .reachable=${quoted !== undefined}
      @jump=${(event: Event) => {
        event.stopPropagation();
        this.tell("jump", quoted?.id);
      }}
    ></hilo-quote>`;
  }

  #nameOf({ author, direction, writer }: ThreadMessage): string {
    if (direction === "inbound") return writer ? calledBy(writer) : this.contact;
    return author.id === this.self ? w.you : author.name;
  }

  #reactions() {
    return (this.row?.reactions ?? []).map(({ emoji, names, ours }) => {
      const unknown = ours && names.length === 1 ? t.us : this.contact;
      const who = names.map((name) => (name ? calledBy(name) : unknown)).join(", ");
      return { emoji, ours, count: names.length, label: `${emoji} ${who}` };
    });
  }

  async #openReactor(): Promise<void> {
    await import("../../../ui/reactor.ts");
    this.reacting = true;
  }

  #reactor(): TemplateResult {
    return html`<hilo-reactor
      .given=${this.row?.reactions.find(({ ours }) => ours)?.emoji ?? ""}
      .beside=${this.renderRoot.querySelector<HTMLElement>("hilo-bubble") ?? this}
      @pick=${(event: CustomEvent<string>) => this.#react(event)}
      @close=${() => {
        this.reacting = false;
      }}
    ></hilo-reactor>`;
  }

  /** The same emoji again takes it back. */
  #react(event: CustomEvent<string>): void {
    event.stopPropagation();
    this.reacting = false;
    const given = this.row?.reactions.find(({ ours }) => ours)?.emoji;
    const emoji = given === event.detail ? "" : event.detail;
    this.tell("react", { message: this.row?.message, emoji });
  }

  static override styles = [HiloElement.styles, messageStyles, noticeStyles];
}

/** Who is named above a bubble: whoever of us is not the reader, and members of a group. */
function authorOf({ author, direction, echo, kind, writer }: ThreadMessage, self: string): string {
  if (direction === "inbound") return writer ? calledBy(writer) : "";
  if (direction !== "outbound" || author.id === self || kind === "call") return "";
  if (echo) return t.elsewhere;
  return author.type === "member" ? author.name : `${t.automatic} · ${author.name}`;
}

define("hilo-message", MessageElement);
