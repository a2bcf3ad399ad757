import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { define, HiloElement } from "./element.ts";
import "./sound.ts";
import type { Sound } from "./sound.ts";

/** The player of a sound that is still on this device. */
export class OwnSound extends HiloElement {
  static override properties: PropertyDeclarations = { file: { attribute: false } };
  declare file: Blob | undefined;
  #address = "";

  constructor() {
    super();
    this.file = undefined;
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
    if (this.file && this.isConnected) this.#address = URL.createObjectURL(this.file);
  }

  protected override render(): TemplateResult {
    return html`<hilo-sound .src=${this.#address || undefined}></hilo-sound>`;
  }

  /** The browser holds the bytes for as long as they have an address; a player still wants them from there. */
  #forget(): void {
    this.renderRoot?.querySelector<Sound>("hilo-sound")?.release();
    if (this.#address !== "") URL.revokeObjectURL(this.#address);
    this.#address = "";
  }
}

define("hilo-own-sound", OwnSound);
