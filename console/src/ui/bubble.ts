import { css, html, nothing, type PropertyValues } from "lit";
import { define, HiloElement } from "./element.ts";

export type BubbleTone = "in" | "own" | "note";

/**
 * The frame of a message. Slots: `quote`, the message itself, `meta` (time and ticks), `hanging` (reactions).
 * `first` and `last` say where it stands in its group, `bare` leaves out the frame.
 */
export class Bubble extends HiloElement {
  static override properties = {
    tone: { reflect: true },
    first: { type: Boolean, reflect: true },
    last: { type: Boolean, reflect: true },
    bare: { type: Boolean, reflect: true },
    reactions: { attribute: false },
  };
  declare tone: BubbleTone;
  declare first: boolean;
  declare last: boolean;
  declare bare: boolean;
  declare reactions: readonly string[];

  constructor() {
    super();
    this.tone = "in";
    this.first = true;
    this.last = true;
    this.bare = false;
    this.reactions = [];
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
      ${this.reactions.length === 0 ? nothing : html`<span class="reactions">${this.reactions}</span>`}
    `;
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
      :host([reacted]) {
        margin-bottom: 14px;
      }
      .reactions {
        position: absolute;
        left: 12px;
        bottom: -14px;
        display: flex;
        gap: 2px;
        padding: 1px 7px;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--surface);
        font-size: 13px;
        line-height: 20px;
      }
    `,
  ];
}

define("hilo-bubble", Bubble);
