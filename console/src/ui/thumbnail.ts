import {
  css,
  html,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { define, HiloElement } from "./element.ts";
import { icon } from "./icon.ts";

/** A picture, or the first moment of a film, that is still on this device, as small as the place it is given. */
export class Thumbnail extends HiloElement {
  static override properties: PropertyDeclarations = {
    file: { attribute: false },
    type: {},
    failed: { state: true },
  };
  static override styles = [
    HiloElement.styles,
    css`
      :host {
        display: grid;
        place-items: center;
        overflow: hidden;
        border-radius: 6px;
        background: var(--sunken);
        color: var(--secondary);
      }
      img,
      video {
        display: block;
        width: 100%;
        height: 100%;
        object-fit: var(--fit, cover);
      }
    `,
  ];
  declare file: Blob | undefined;
  declare type: string;
  declare failed: boolean;
  #address = "";

  constructor() {
    super();
    this.file = undefined;
    this.type = "";
    this.failed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate("file");
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("file")) return;
    this.#forget();
    this.failed = false;
    if (this.file && this.isConnected) this.#address = URL.createObjectURL(this.file);
  }

  protected override render(): TemplateResult {
    const film = this.type.startsWith("video/");
    if (this.failed || this.#address === "") return icon(film ? "video" : "image", 18);
    const fail = () => {
      this.failed = true;
    };
    if (!film)
      return html`<img src=${this.#address} alt="" draggable="false" decoding="async" @error=${fail} />`;
    // Some browsers draw nothing of a film that stands at its very beginning.
    const moment = `${this.#address}#t=0.1`;
    return html`<video src=${moment} preload="metadata" .muted=${true} tabindex="-1" aria-hidden="true" @error=${fail}></video>`;
  }

  /** The browser holds the bytes for as long as they have an address. */
  #forget(): void {
    if (this.#address !== "") URL.revokeObjectURL(this.#address);
    this.#address = "";
  }
}

define("hilo-thumbnail", Thumbnail);
