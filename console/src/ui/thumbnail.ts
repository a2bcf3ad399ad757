import {
  css,
  html,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { define, HiloElement } from "./element.ts";
import { icon } from "./icon.ts";
import { OwnFile } from "./own-file.ts";

/** A picture, or the first moment of a video, that is still on this device, as small as the place it is given. */
export class Thumbnail extends OwnFile {
  static override properties: PropertyDeclarations = {
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
  declare type: string;
  declare failed: boolean;

  constructor() {
    super();
    this.type = "";
    this.failed = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("file")) this.failed = false;
  }

  protected override render(): TemplateResult {
    const video = this.type.startsWith("video/");
    if (this.failed || this.address === "") return icon(video ? "video" : "image", 18);
    const fail = () => {
      this.failed = true;
    };
    if (!video)
      return html`<img src=${this.address} alt="" draggable="false" decoding="async" @error=${fail} />`;
    // Some browsers draw nothing of a video that stands at its very beginning.
    const moment = `${this.address}#t=0.1`;
    return html`<video src=${moment} preload="metadata" .muted=${true} tabindex="-1" aria-hidden="true" @error=${fail}></video>`;
  }
}

define("hilo-thumbnail", Thumbnail);
