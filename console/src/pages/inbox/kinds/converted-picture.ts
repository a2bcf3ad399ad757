import type { Attachment } from "@hilo/schema";
import {
  css,
  html,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { converted } from "../../../data/converting.ts";
import { fileName } from "../../../text/file-name.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { framedStyles } from "../../../ui/framed.ts";
import "../../../ui/document-card.ts";
import "../../../ui/picture.ts";

/** A picture of a type that not every browser shows, converted on this device; a file to be saved when it cannot be. */
export class ConvertedPicture extends HiloElement {
  static override properties: PropertyDeclarations = {
    file: { attribute: false },
    src: {},
    shown: { state: true },
    failed: { state: true },
  };
  declare file: Attachment | undefined;
  /** Where the file is as it came; undefined until that is known. */
  declare src: string | undefined;
  declare shown: string | undefined;
  declare failed: boolean;
  #left = new AbortController();
  #of = "";

  constructor() {
    super();
    this.file = undefined;
    this.src = undefined;
    this.#forget();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  protected override willUpdate(_: PropertyValues<this>): void {
    const { file, src } = this;
    if (!file || src === undefined || this.#of === file.id || !this.isConnected) return;
    this.#forget();
    this.#of = file.id;
    void this.#convert(file, src, this.#left.signal);
  }

  async #convert({ id, type }: Attachment, address: string, left: AbortSignal): Promise<void> {
    const picture = await converted({ id, type, address }, left).catch(() => undefined);
    if (left.aborted) return;
    if (picture) this.shown = URL.createObjectURL(picture);
    else this.failed = true;
  }

  #forget(): void {
    this.#left.abort();
    this.#left = new AbortController();
    if (this.shown !== undefined) URL.revokeObjectURL(this.shown);
    this.shown = undefined;
    this.failed = false;
    this.#of = "";
  }

  protected override render(): TemplateResult {
    const name = this.file ? fileName(this.file.name, this.file.type) : "";
    if (!this.failed)
      return html`<hilo-picture
        .src=${this.shown}
        .name=${name}
        .original=${this.src}
      ></hilo-picture>`;
    return html`<div class="box">
      <hilo-document
        .name=${name}
        .type=${this.file?.type ?? ""}
        .size=${this.file?.size ?? null}
        .href=${this.src}
      ></hilo-document>
    </div>`;
  }

  static override styles = [
    HiloElement.styles,
    framedStyles,
    css`
      .box {
        display: grid;
        place-content: center;
        padding: 12px;
      }
    `,
  ];
}

define("hilo-converted-picture", ConvertedPicture);
