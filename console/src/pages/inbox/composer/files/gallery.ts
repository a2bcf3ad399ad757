import type { Capabilities } from "@hilo/schema";
import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import type { Staged } from "../../../../data/staging.ts";
import { bytes } from "../../../../text/formats.ts";
import { t } from "../../../../text/gallery.ts";
import { announce } from "../../../../ui/announce.ts";
import "../../../../ui/dialog.ts";
import { define, HiloElement } from "../../../../ui/element.ts";
import { icon } from "../../../../ui/icon.ts";
import { moveAmong } from "../../../../ui/one-stop.ts";
import "../../../../ui/own-audio.ts";
import "../../../../ui/thumbnail.ts";
import { counter } from "../foot-parts.ts";
import type { Arranged } from "../writing/arranged.ts";
import { sends } from "../writing/enter.ts";
import { galleryStyles } from "./gallery-styles.ts";

/**
 * The files that go along, one of them large, with its caption where it may have one, and its place among them. Tells
 * `pick` with an id, and of the picked one `caption`, `move` with how far, and `remove`; `close` when left.
 */
export class Gallery extends HiloElement {
  static override properties: PropertyDeclarations = {
    files: { attribute: false },
    picked: {},
    limits: { attribute: false },
    captioned: { attribute: false },
  };
  static override styles = [HiloElement.styles, galleryStyles];
  declare files: readonly Arranged<Staged>[];
  declare picked: string;
  declare limits: Capabilities | null | undefined;
  declare captioned: (file: Staged) => boolean;

  constructor() {
    super();
    this.files = [];
    this.picked = "";
    this.limits = undefined;
    this.captioned = () => false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.get("picked") === undefined) return;
    announce(t.heading(this.#at + 1, this.files.length, this.#one?.file.name ?? ""));
  }

  get #at(): number {
    return this.files.findIndex(({ file }) => file.id === this.picked);
  }

  get #one(): Arranged<Staged> | undefined {
    return this.files[this.#at];
  }

  protected override render(): TemplateResult {
    const one = this.#one;
    const name = one?.file.name ?? "";
    return html`<hilo-dialog open label=${t.heading(this.#at + 1, this.files.length, name)} @close=${this.#left}>
      <div class="gallery">
        ${one ? this.#stage(one.file) : nothing} ${one ? this.#caption(one) : nothing}
        ${this.files.length > 1 ? this.#strip() : nothing}
        <div class="actions">
          ${this.#act(t.earlier, "arrowLeft", this.#at === 0, () => this.tell("move", -1))}
          ${this.#act(t.later, "arrowRight", this.#at === this.files.length - 1, () => this.tell("move", 1))}
          ${this.#act(t.remove(name), "trash", false, () => this.tell("remove"))}
          <button type="button" class="button primary" @click=${() => this.tell("close")}>${t.done}</button>
        </div>
      </div>
    </hilo-dialog>`;
  }

  #stage({ bytes: file, type, name, size }: Staged): TemplateResult {
    if (/^(image|video)\//.test(type))
      return html`<hilo-thumbnail class="stage" .file=${file} .type=${type} role="img" aria-label=${name}></hilo-thumbnail>`;
    if (type.startsWith("audio/"))
      return html`<div class="stage"><hilo-own-audio .file=${file}></hilo-own-audio></div>`;
    return html`<div class="stage">${icon("fileText", 40)}<span>${bytes(size)}</span></div>`;
  }

  #caption({ file, caption }: Arranged<Staged>): TemplateResult | typeof nothing {
    const { limits } = this;
    if (!limits || !this.captioned(file)) return html`<p class="hint">${t.none}</p>`;
    const { captionLength: textLength = limits.textLength } = limits;
    return html`<div class="caption">
      <textarea
        class="field"
        rows="2"
        dir="auto"
        autofocus
        aria-label=${t.captionOf(file.name)}
        placeholder=${t.caption}
        .value=${caption}
        @input=${(event: InputEvent) => this.tell("caption", (event.target as HTMLTextAreaElement).value)}
        @keydown=${this.#key}
      ></textarea>
      ${counter(caption, { ...limits, textLength, segments: false })}
    </div>`;
  }

  #strip(): TemplateResult {
    return html`<div class="strip" role="toolbar" aria-label=${t.files} @keydown=${moveAmong}>
      ${this.files.map(
        ({ file, caption }, at) => html`<button
          type="button"
          tabindex=${file.id === this.picked ? 0 : -1}
          aria-current=${file.id === this.picked ? "true" : "false"}
          aria-label=${t.heading(at + 1, this.files.length, file.name)}
          title=${file.name}
          @click=${() => this.tell("pick", file.id)}
        >
          ${this.#small(file)}${caption.trim() === "" ? nothing : html`<i aria-hidden="true"></i>`}
        </button>`,
      )}
    </div>`;
  }

  #small({ bytes: file, type }: Staged): TemplateResult {
    if (!/^(image|video)\//.test(type))
      return icon(type.startsWith("audio/") ? "mic" : "fileText", 20);
    return html`<hilo-thumbnail .file=${file} .type=${type}></hilo-thumbnail>`;
  }

  #act(
    label: string,
    sign: Parameters<typeof icon>[0],
    disabled: boolean,
    press: () => void,
  ): TemplateResult {
    return html`<button type="button" class="icon-button" aria-label=${label} title=${label} ?disabled=${disabled} @click=${press}>
      ${icon(sign, 18)}
    </button>`;
  }

  /** Enter goes to the next file, and leaves at the last. */
  #key(event: KeyboardEvent): void {
    if (event.isComposing || !sends(event)) return;
    event.preventDefault();
    const next = this.files[this.#at + 1];
    if (next) this.tell("pick", next.file.id);
    else this.tell("close");
  }

  #left(event: Event): void {
    if (event.target !== this) event.stopPropagation();
    this.tell("close");
  }
}

define("hilo-gallery", Gallery);
