import { html, type TemplateResult } from "lit";
import { define } from "./element.ts";
import { OwnFile } from "./own-file.ts";
import "./audio.ts";
import type { AudioPlayer } from "./audio.ts";

/** The player of a sound that is still on this device. */
export class OwnAudio extends OwnFile {
  protected override render(): TemplateResult {
    return html`<hilo-audio .src=${this.address || undefined}></hilo-audio>`;
  }

  /** A player still wants the bytes from where they were. */
  protected override forget(): void {
    this.renderRoot?.querySelector<AudioPlayer>("hilo-audio")?.release();
    super.forget();
  }
}

define("hilo-own-audio", OwnAudio);
