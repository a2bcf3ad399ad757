import { css, html, type TemplateResult } from "lit";
import { define, HiloElement } from "./element.ts";
import { Framed, framedStyles } from "./framed.ts";
import type { IconName } from "./icons.ts";

/** A video. */
export class VideoPlayer extends Framed {
  #shown: string | undefined;

  protected override symbol(): IconName {
    return "video";
  }

  protected override box(): TemplateResult {
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
      @error=${this.fail}
    ></video>`;
  }

  static override styles = [
    HiloElement.styles,
    framedStyles,
    css`
      .box {
        width: var(--box-width, 300px);
        height: var(--box-height, 200px);
      }
      video.box {
        background: #000;
        object-fit: contain;
      }
    `,
  ];
}

define("hilo-video", VideoPlayer);
