import { css, html, type TemplateResult } from "lit";
import { t } from "../text/thread.ts";
import { define, HiloElement } from "./element.ts";
import { icon } from "./icon.ts";

/** A video in a box of fixed size, so that nothing moves when it arrives. */
export class Film extends HiloElement {
  static override properties = { src: {}, name: {}, state: {}, broken: { state: true } };
  declare src: string | undefined;
  declare name: string;
  /** Why there is nothing to see, in words. */
  declare state: string;
  declare broken: boolean;
  #shown: string | undefined;

  constructor() {
    super();
    this.src = undefined;
    this.name = "";
    this.state = "";
    this.broken = false;
  }

  protected override render(): TemplateResult {
    const why = this.state || (this.broken ? t.lostFile : "");
    if (why !== "") return html`<div class="box why">${icon("video", 22)}<span>${why}</span></div>`;
    // A renewed link would begin a playing video anew: the first one stays.
    this.#shown ??= this.src;
    if (this.#shown === undefined) return html`<div class="box waiting"></div>`;
    return html`<video
      class="box"
      controls
      playsinline
      preload="metadata"
      src=${this.#shown}
      aria-label=${this.name}
      @error=${() => {
        this.broken = true;
      }}
    ></video>`;
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
        width: var(--box-width, 300px);
        max-width: 100%;
        height: var(--box-height, 200px);
        border-radius: 9px;
        background: #000;
        object-fit: contain;
      }
      .waiting {
        background: color-mix(in srgb, currentcolor 9%, transparent);
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
      .why {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 6px;
        padding: 12px;
        background: color-mix(in srgb, currentcolor 9%, transparent);
        font: var(--small);
        text-align: center;
      }
    `,
  ];
}

define("hilo-film", Film);
