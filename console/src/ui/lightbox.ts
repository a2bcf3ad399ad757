import { css, html, nothing, type TemplateResult } from "lit";
import { t } from "../text/media.ts";
import { w } from "../text/words.ts";
import { define, HiloElement } from "./element.ts";
import { icon } from "./icon.ts";

/** An image over the whole window; a press on it brings it to its full size. Tells `close` when left. */
export class Lightbox extends HiloElement {
  static override properties = { src: {}, original: {}, name: {}, whole: { state: true } };
  declare src: string;
  /** Where the file to be saved is: as it came, also when a picture made of it is shown. */
  declare original: string;
  declare name: string;
  declare whole: boolean;

  constructor() {
    super();
    this.src = "";
    this.original = "";
    this.name = "";
    this.whole = false;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector("dialog")?.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog
      aria-label=${this.name}
      @close=${() => this.tell("close")}
      @click=${this.#outside}
      @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
    >
      <header>
        <span>${this.name}</span>
        <a
          class="icon-button"
          href=${this.original}
          download=${this.name}
          target="_blank"
          rel="noopener noreferrer"
          aria-label=${t.download(this.name)}
          >${icon("download", 20)}</a
        >
        <button type="button" class="icon-button" autofocus aria-label=${w.close} @click=${this.#leave}>
          ${icon("x", 20)}
        </button>
      </header>
      <div class="stage ${this.whole ? "whole" : ""}">
        <button
          type="button"
          aria-label=${this.whole ? t.zoomOut : t.zoomIn}
          @click=${() => {
            this.whole = !this.whole;
          }}
        >
          ${this.src === "" ? nothing : html`<img src=${this.src} alt=${this.name} />`}
        </button>
      </div>
    </dialog>`;
  }

  #outside(event: Event): void {
    if (event.target instanceof HTMLElement && event.target.matches("dialog, .stage"))
      this.#leave();
  }

  #leave(): void {
    this.renderRoot.querySelector("dialog")?.close();
  }

  static override styles = [
    HiloElement.styles,
    css`
      dialog {
        display: flex;
        flex-direction: column;
        width: 100vw;
        height: 100dvh;
        max-width: none;
        max-height: none;
        margin: 0;
        padding: 0;
        border: 0;
        background: rgb(10 12 16 / 92%);
        color: #f3f5f8;
        animation: appear var(--quick) var(--ease);
      }
      dialog::backdrop {
        background: none;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      header {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 10px 12px 10px 20px;
      }
      header span {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      header .icon-button {
        color: inherit;
      }
      header .icon-button:hover {
        background: rgb(255 255 255 / 14%);
      }
      .stage {
        display: grid;
        flex: 1;
        min-height: 0;
        place-items: center;
        overflow: auto;
        padding: 8px 16px 24px;
      }
      .stage button {
        display: grid;
        place-items: center;
        max-width: 100%;
        max-height: 100%;
        min-height: 0;
        cursor: zoom-in;
      }
      .stage.whole button {
        max-width: none;
        max-height: none;
        cursor: zoom-out;
      }
      img {
        max-width: 100%;
        max-height: calc(100dvh - 100px);
        object-fit: contain;
      }
      .whole img {
        max-width: none;
        max-height: none;
      }
    `,
  ];
}

define("hilo-lightbox", Lightbox);
