import { css, html, nothing } from "lit";
import { t } from "../text/thread.ts";
import { define, HiloElement } from "./element.ts";
import { icon } from "./icon.ts";

/** An image in a box of fixed size, so that nothing moves when it arrives. A press tells `enlarge`. */
export class Picture extends HiloElement {
  static override properties = {
    src: {},
    name: {},
    state: {},
    sticker: { type: Boolean, reflect: true },
    broken: { state: true },
    shown: { state: true },
  };
  declare src: string | undefined;
  declare name: string;
  /** Why there is nothing to see, in words; empty while it loads or shows. */
  declare state: string;
  declare sticker: boolean;
  declare broken: boolean;
  declare shown: boolean;

  constructor() {
    super();
    this.src = undefined;
    this.name = "";
    this.state = "";
    this.sticker = false;
    this.broken = false;
    this.shown = false;
  }

  protected override render() {
    const why = this.state || (this.broken ? t.lostFile : "");
    if (why !== "") return html`<div class="box why">${icon("image", 22)}<span>${why}</span></div>`;
    return html`<button
      type="button"
      class="box ${this.shown ? "" : "waiting"}"
      aria-label=${t.openImage(this.name)}
      ?disabled=${this.sticker || this.src === undefined}
      @click=${() => this.tell("enlarge", { src: this.src, name: this.name })}
    >
      ${this.src === undefined ? nothing : this.#image(this.src)}
    </button>`;
  }

  #image(src: string) {
    return html`<img
      src=${src}
      alt=${this.name}
      decoding="async"
      @load=${() => {
        this.shown = true;
      }}
      @error=${() => {
        this.broken = true;
      }}
    />`;
  }

  static override styles = [
    HiloElement.styles,
    css`
      :host {
        display: block;
        max-width: 100%;
      }
      .box {
        display: block;
        width: var(--box-width, 264px);
        max-width: 100%;
        height: var(--box-height, 198px);
        border-radius: 9px;
        overflow: hidden;
        background: color-mix(in srgb, currentcolor 9%, transparent);
        cursor: zoom-in;
      }
      :host([sticker]) .box {
        width: 128px;
        height: 128px;
        background: none;
        cursor: default;
      }
      .waiting {
        animation: breathe 1.4s ease-in-out infinite;
      }
      @keyframes breathe {
        50% {
          opacity: 0.55;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .waiting {
          animation: none;
        }
      }
      img {
        display: block;
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      :host([sticker]) img {
        object-fit: contain;
      }
      .why {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 6px;
        padding: 12px;
        cursor: default;
        font: var(--small);
        text-align: center;
      }
    `,
  ];
}

define("hilo-picture", Picture);
