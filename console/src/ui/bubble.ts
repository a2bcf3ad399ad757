import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { define, HiloElement } from "./element.ts";

export type BubbleTone = "in" | "own" | "note";

/** A reaction on a bubble: `label` says who gave it, `ours` that we did. */
export type BubbleReaction = { emoji: string; label: string; count: number; ours: boolean };

/**
 * The frame of a message. Slots: `quote`, the message itself, `meta` (time and ticks), `hanging` (reactions).
 * `first` and `last` say where it stands in its group, `bare` leaves out the frame. With `reactable` a press on a
 * reaction tells `react` with its emoji. The attribute `wide` lets it take all the width there is.
 */
export class Bubble extends HiloElement {
  static override properties = {
    tone: { reflect: true },
    first: { type: Boolean, reflect: true },
    last: { type: Boolean, reflect: true },
    bare: { type: Boolean, reflect: true },
    reactions: { attribute: false },
    reactable: { type: Boolean },
  };
  declare tone: BubbleTone;
  declare first: boolean;
  declare last: boolean;
  declare bare: boolean;
  declare reactions: readonly BubbleReaction[];
  declare reactable: boolean;

  constructor() {
    super();
    this.tone = "in";
    this.first = true;
    this.last = true;
    this.bare = false;
    this.reactions = [];
    this.reactable = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("reactions")) this.toggleAttribute("reacted", this.reactions.length > 0);
  }

  protected override render() {
    return html`
      <div class="frame">
        <slot name="quote"></slot>
        <div class="body"><slot></slot></div>
        <div class="meta"><slot name="meta"></slot></div>
      </div>
      ${this.reactions.length === 0 ? nothing : html`<div class="reactions">${this.reactions.map((one) => this.#reaction(one))}</div>`}
    `;
  }

  #reaction({ emoji, label, count, ours }: BubbleReaction): TemplateResult {
    const shown = html`${emoji}${count > 1 ? html`<small>${count}</small>` : nothing}`;
    if (!this.reactable) {
      return html`<span role="img" aria-label=${label} title=${label}>${shown}</span>`;
    }
    return html`<button
      type="button"
      aria-pressed=${ours}
      aria-label=${label}
      title=${label}
      @click=${() => this.tell("react", emoji)}
    >
      ${shown}
    </button>`;
  }

  static override styles = [
    HiloElement.styles,
    css`
      :host {
        display: block;
        position: relative;
        width: fit-content;
        max-width: 100%;
        min-width: 0;
      }
      .frame {
        padding: 8px 12px;
        border-radius: var(--radius-bubble);
        background: var(--bubble-in);
        overflow-wrap: anywhere;
      }
      :host(:not([first])[tone="in"]) .frame {
        border-top-left-radius: 5px;
      }
      :host(:not([last])[tone="in"]) .frame {
        border-bottom-left-radius: 5px;
      }
      :host(:not([first]):not([tone="in"])) .frame {
        border-top-right-radius: 5px;
      }
      :host(:not([last]):not([tone="in"])) .frame {
        border-bottom-right-radius: 5px;
      }
      :host([tone="own"]) .frame {
        background: var(--bubble-own);
        color: var(--on-bubble-own);
      }
      :host([tone="note"]) .frame {
        background: var(--note);
        color: var(--note-text);
      }
      :host([bare]) .frame {
        padding: 0;
        background: none;
        color: var(--text);
      }
      .body {
        display: grid;
        grid-template-columns: minmax(0, auto);
        gap: 8px;
        justify-items: start;
      }
      .meta {
        display: flex;
        justify-content: flex-end;
        align-items: center;
        gap: 4px;
        margin-top: 2px;
        font: var(--tiny);
        color: var(--secondary);
        font-variant-numeric: tabular-nums;
      }
      :host([tone="own"]:not([bare])) .meta {
        color: rgb(255 255 255 / 82%);
      }
      :host([tone="note"]) .meta {
        color: inherit;
        opacity: 0.85;
      }
      :host([wide]) {
        flex: 1;
      }
      :host([wide]) .body {
        justify-items: stretch;
      }
      :host([reacted]) {
        margin-bottom: 16px;
      }
      .reactions {
        position: absolute;
        left: 10px;
        bottom: -16px;
        display: flex;
        gap: 3px;
        max-width: calc(100% + 40px);
      }
      :host(:not([tone="in"])) .reactions {
        right: 10px;
        left: auto;
      }
      .reactions > * {
        display: flex;
        align-items: center;
        gap: 3px;
        min-width: 30px;
        min-height: 24px;
        padding: 0 6px;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--surface);
        color: var(--text);
        font-size: 14px;
        line-height: 20px;
      }
      .reactions [aria-pressed="true"] {
        border-color: var(--accent);
        background: var(--accent-wash);
      }
      small {
        font: var(--tiny);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
}

define("hilo-bubble", Bubble);
