import { html, type TemplateResult } from "lit";
import { define } from "./element.ts";
import { OwnFile } from "./own-file.ts";
import "./audio.ts";
import type { Sound } from "./audio.ts";

/** The player of a sound that is still on this device. */
export class OwnSound extends OwnFile {
  protected override render(): TemplateResult {
    return html`<hilo-sound .src=${this.address || undefined}></hilo-sound>`;
  }

  /** A player still wants the bytes from where they were. */
  protected override forget(): void {
    this.renderRoot?.querySelector<Sound>("hilo-sound")?.release();
    super.forget();
  }
}

define("hilo-own-sound", OwnSound);
