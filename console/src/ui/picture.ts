import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { t } from "../text/thread.ts";
import { define, HiloElement } from "./element.ts";
import { Framed, framedStyles } from "./framed.ts";
import type { IconName } from "./icons.ts";

/** An image. A press tells `enlarge`. */
export class Picture extends Framed {
  static override properties: PropertyDeclarations = {
    original: {},
    sticker: { type: Boolean, reflect: true },
    shown: { state: true },
  };
  /** Where the file is as it came, when `src` shows a picture made of it. */
  declare original: string | undefined;
  declare sticker: boolean;
  declare shown: boolean;

  constructor() {
    super();
    this.original = undefined;
    this.sticker = false;
    this.shown = false;
  }

  protected override symbol(): IconName {
    return "image";
  }

  protected override box(): TemplateResult {
    return html`<button
      type="button"
      class="box ${this.shown ? "" : "waiting"}"
      aria-label=${t.openImage(this.name)}
      ?disabled=${this.sticker || this.src === undefined}
      @click=${this.#enlarge}
    >
      ${this.src === undefined ? nothing : this.#image(this.src)}
    </button>`;
  }

  #enlarge(): void {
    this.tell("enlarge", {
      src: this.src,
      name: this.name,
      original: this.original ?? this.src,
    });
  }

  #image(src: string): TemplateResult {
    return html`<img
      src=${src}
      alt=${this.name}
      decoding="async"
      @load=${() => {
        this.shown = true;
      }}
      @error=${this.fail}
    />`;
  }

  static override styles = [
    HiloElement.styles,
    framedStyles,
    css`
      button {
        cursor: zoom-in;
      }
      :host([sticker]) .box {
        width: 128px;
        height: 128px;
        background: none;
        cursor: default;
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
    `,
  ];
}

define("hilo-picture", Picture);
