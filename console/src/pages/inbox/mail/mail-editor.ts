import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { t } from "../../../text/mail.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { formatted, type PictureOf } from "../kinds/formatted.ts";
import { textStyles } from "../kinds/text-styles.ts";
import { editorStyles } from "./editor-styles.ts";
import { type Format, formatBar } from "./format-bar.ts";
import { Formats } from "./formats.ts";
import { difference, Linear } from "./linear.ts";
import "./link-form.ts";
import type { Link, LinkForm } from "./link-form.ts";
import { plainOf } from "./plain-of.ts";
import type { ShadowSquire } from "./shadow-squire.ts";
import { squireIn } from "./squire-in.ts";
import { paragraphs, tidied, untidied } from "./tidied.ts";

/** What is written: its plain version, and its HTML where anything of it is formatted. */
export type MailText = { text: string; html: string };

const usual: readonly Format[] = [
  "bold",
  "italic",
  "underline",
  "strike",
  "link",
  "bullets",
  "numbers",
  "quote",
  "picture",
  "clear",
];

/**
 * A field for formatted text, which also answers as a field for plain text does. Tells `written` with what is written,
 * and `pictures` with files that are to stand in the text.
 */
export class MailEditor extends HiloElement {
  static override properties = {
    text: {},
    source: {},
    label: {},
    hint: {},
    barred: { type: Boolean },
    begun: { type: Boolean },
    plainFiles: { type: Boolean },
    picture: { attribute: false },
    active: { attribute: false },
    empty: { state: true },
    on: { state: true },
    link: { state: true },
  };
  /** What it holds: the plain version, and the HTML when there is one. */
  declare text: string;
  declare source: string;
  declare label: string;
  declare hint: string;
  /** Whether the buttons that format are left out. */
  declare barred: boolean;
  /** Whether somebody is writing already, in a field whose place it takes. */
  declare begun: boolean;
  /** Whether no pictures can stand in the text. */
  declare plainFiles: boolean;
  declare picture: PictureOf;
  /** The option of a list beside it that the arrows have reached. */
  declare active: Element | null;
  declare empty: boolean;
  declare on: ReadonlySet<Format>;
  declare link: Link | undefined;
  #squire: ShadowSquire | undefined;
  #formats: Formats | undefined;
  #told: MailText = { text: "", html: "" };

  constructor() {
    super();
    this.text = "";
    this.source = "";
    this.label = t.text;
    this.hint = "";
    this.barred = false;
    this.begun = false;
    this.plainFiles = false;
    this.picture = () => undefined;
    this.active = null;
    this.empty = true;
    this.on = new Set();
    this.link = undefined;
  }

  override focus(): void {
    if (this.#squire) this.#squire.focus();
    else void this.updateComplete.then(() => this.#squire?.focus());
  }

  override blur(): void {
    this.#squire?.blur();
  }

  /** The text as a caret goes through it. */
  get value(): string {
    return this.#linear().text;
  }

  get selectionStart(): number {
    const range = this.#squire?.getSelection();
    return range ? this.#linear().offsetOf(range.startContainer, range.startOffset) : 0;
  }

  get selectionEnd(): number {
    const range = this.#squire?.getSelection();
    return range ? this.#linear().offsetOf(range.endContainer, range.endOffset) : 0;
  }

  setSelectionRange(from: number, to: number): void {
    const linear = this.#linear();
    const [start, end] = [linear.placeOf(from), linear.placeOf(to)];
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    this.#squire?.setSelection(range);
  }

  /** Makes its text another one, with the caret at a place; what is the same in both stays as it is. */
  rewrite(text: string, caret: number): void {
    const { from, to, piece } = difference(this.value, text);
    this.setSelectionRange(from, to);
    this.#squire?.insertPlainText(piece, false);
    this.setSelectionRange(caret, caret);
    this.focus();
  }

  /** Puts a picture where the caret stands. */
  insertPicture(fileId: string, words: string): void {
    const src = this.picture(fileId) ?? "";
    this.#squire?.insertImage(src, { "data-file": fileId, alt: words });
  }

  protected override render(): TemplateResult {
    const formats = this.plainFiles ? usual.filter((one) => one !== "picture") : usual;
    return html`
      ${this.empty && this.hint ? html`<div class="hint" aria-hidden="true">${this.hint}</div>` : nothing}
      <div
        class="formatted"
        dir="auto"
        role="textbox"
        aria-multiline="true"
        aria-label=${this.label}
        aria-placeholder=${this.hint || nothing}
        @keydown=${this.#key}
        @click=${this.#clicked}
      ></div>
      ${this.barred ? nothing : formatBar(formats, this.on, (format) => this.#press(format))}
      <input type="file" accept="image/*" multiple hidden aria-label=${t.picture} .value=${live("")} @change=${this.#chosen} />
      ${
        this.link
          ? html`<hilo-link-form .href=${this.link.href} .text=${this.link.text} @put=${this.#putLink}
              @unlink=${this.#unlink} @shut=${this.#linkShut}></hilo-link-form>`
          : nothing
      }
    `;
  }

  protected override firstUpdated(): void {
    const root = this.renderRoot.querySelector<HTMLElement>(".formatted");
    if (!root) return;
    this.#squire = squireIn(root, {
      picture: (id) => this.picture(id),
      changed: () => this.#changed(),
      moved: () => this.#look(),
      pictures: (files) => !this.plainFiles && this.#offer(files),
    });
    this.#formats = new Formats(this.#squire);
    this.#fill();
    if (this.begun) this.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const other = this.text !== this.#told.text || this.source !== this.#told.html;
    if ((changed.has("text") || changed.has("source")) && other) this.#fill();
    const root = this.#squire?.getRoot();
    if (root && changed.has("active")) root.ariaActiveDescendantElement = this.active;
    if (root) this.#showPictures(root);
  }

  /** A picture may be known later than the text it stands in. */
  #showPictures(root: HTMLElement): void {
    for (const image of root.querySelectorAll<HTMLImageElement>("img[data-file]:not([src])")) {
      const src = this.picture(image.dataset.file ?? "");
      if (src) image.src = src;
    }
  }

  #fill(): void {
    const { text, source } = this;
    this.#told = { text, html: source };
    const box = document.createElement("div");
    box.append(source ? untidied(formatted(source, this.picture)) : paragraphs(text));
    this.#squire?.setHTML(box.innerHTML);
    this.#squire?.moveCursorToEnd();
    this.#look();
  }

  #changed(): void {
    const root = this.#squire?.getRoot();
    if (!root) return;
    this.#look();
    const [text, source] = [plainOf(root), tidied(root)];
    if (text === this.#told.text && source === this.#told.html) return;
    this.#told = { text, html: source };
    this.tell("written", this.#told);
  }

  #look(): void {
    const root = this.#squire?.getRoot();
    this.empty = !root?.querySelector("img,li,blockquote") && this.value === "";
    this.on = this.#formats?.on() ?? this.on;
  }

  #press(format: Format): void {
    if (format === "picture")
      this.renderRoot.querySelector<HTMLInputElement>("input[type=file]")?.click();
    else if (format === "link") void this.#openLink();
    else this.#formats?.toggle(format);
    this.#look();
  }

  #key(event: KeyboardEvent): void {
    const command = event.ctrlKey || event.metaKey;
    if (!command || !event.shiftKey || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    event.stopPropagation();
    void this.#openLink();
  }

  async #openLink(): Promise<void> {
    this.link = this.#formats?.link();
    await this.updateComplete;
    await this.renderRoot.querySelector<LinkForm>("hilo-link-form")?.open(this);
  }

  #putLink(event: CustomEvent<Link>): void {
    this.#formats?.putLink(event.detail);
  }

  #unlink(): void {
    this.#squire?.removeLink();
  }

  #linkShut(): void {
    this.link = undefined;
    this.focus();
  }

  /** A link being written leads nowhere. */
  #clicked(event: Event): void {
    if (event.composedPath().some((one) => one instanceof HTMLAnchorElement))
      event.preventDefault();
  }

  #chosen(event: Event): void {
    this.#offer([...((event.target as HTMLInputElement).files ?? [])]);
  }

  #offer(files: readonly File[]): boolean {
    if (files.length > 0) this.tell("pictures", files);
    return files.length > 0;
  }

  #linear(): Linear {
    return new Linear(this.#squire?.getRoot() ?? this);
  }

  static override styles = [HiloElement.styles, textStyles, editorStyles];
}

define("hilo-mail-editor", MailEditor);

declare global {
  interface HTMLElementTagNameMap {
    "hilo-mail-editor": MailEditor;
  }
}
