import { html, LitElement, nothing } from "lit";
import type { Entry } from "../../phones/thread.ts";
import { abilities } from "../data/abilities.ts";
import { attach, type Content, write } from "../data/compose.ts";
import { type Selection, selection } from "../data/selection.ts";
import { StoreController } from "../data/store.ts";
import { texts } from "../text/texts.ts";
import { type AttachAction, attachActions } from "./attach-actions.ts";
import { base } from "./base.ts";
import { composerStyles } from "./composer-styles.ts";
import "./dialog.ts";
import { FormDialog } from "./dialog.ts";
import { icon } from "./icon.ts";
import "./menu.ts";
import { preview } from "./preview.ts";
import { hasCopies, subjectOf } from "./subject.ts";

/** Where the customer writes, attaches, presses and edits. */
class Composer extends LitElement {
  static override properties = { quoted: {}, edited: {} };
  static override styles = [base, composerStyles];
  declare quoted: Entry | null;
  declare edited: Entry | null;

  constructor() {
    super();
    this.quoted = null;
    this.edited = null;
    new StoreController(this);
  }

  override focus(): void {
    this.#text()?.focus();
  }

  /** Takes a message's text, to be changed. */
  async edit(entry: Entry): Promise<void> {
    this.edited = entry;
    await this.updateComplete;
    const area = this.#text();
    if (area) area.value = entry.text;
    this.focus();
  }

  protected override render() {
    const chosen = selection();
    if (!chosen) return nothing;
    const actions = attachActions(chosen.channel, chosen.thread?.blocked ?? false);
    const { calls, subject } = abilities[chosen.channel.id];
    return html`
      ${this.edited ? this.#about(texts.editing, this.edited) : nothing}
      ${this.quoted ? this.#about(texts.quoting, this.quoted) : nothing}
      ${subject ? this.#subject(chosen) : nothing}
      <form @submit=${this.#send}>
        <sim-menu
          .actions=${actions}
          @pick=${({ detail }: CustomEvent<AttachAction>) => this.#attach(detail)}
        ></sim-menu>
        ${calls ? html`<p class="hint">${texts.callHint}</p>` : this.#writing()}
      </form>
      <input type="file" hidden @change=${this.#picked} />
      <sim-dialog></sim-dialog>
    `;
  }

  #writing() {
    return html`<textarea
        rows="1"
        dir="auto"
        placeholder=${texts.placeholder}
        aria-label=${texts.placeholder}
        maxlength="4096"
        @keydown=${this.#key}
        @paste=${this.#paste}
      ></textarea>
      <button class="send" aria-label=${texts.send} title=${texts.send}>${icon("send")}</button>`;
  }

  #about(words: string, entry: Entry) {
    return html`<div class="quoting">
      <span class="unseen">${words}</span>
      <p class="cut">${preview(entry)}</p>
      <button class="icon-button" aria-label=${texts.noQuote} @click=${this.#leave}>
        ${icon("x", 16)}
      </button>
    </div>`;
  }

  #subject({ thread }: Selection) {
    const all = html`<label class="all"><input type="checkbox" name="toAll" /> ${texts.toAll}</label>`;
    return html`${hasCopies(thread) ? all : nothing}<input
      class="subject"
      name="subject"
      aria-label=${texts.subject}
      placeholder=${texts.subject}
      .value=${subjectOf(thread)}
    />`;
  }

  #leave(): void {
    const area = this.#text();
    if (this.edited && area) area.value = "";
    this.edited = null;
    this.dispatchEvent(new Event("unquote"));
  }

  #text(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector("textarea");
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    this.#send(event);
  }

  #send(event: Event): void {
    event.preventDefault();
    const area = this.#text();
    const chosen = selection();
    if (!area || !chosen || area.value.trim() === "") return;
    const text = area.value;
    area.value = "";
    if (this.edited) void write(chosen, { kind: "edit", target: this.edited.id, text });
    else this.#write(chosen, { text });
    this.edited = null;
  }

  /** The quote and the subject go along with whatever is written next. */
  #write(chosen: Selection, content: Content): void {
    void write(chosen, { ...content, ...this.#along() });
  }

  #along(): Pick<Content, "replyTo" | "subject" | "toAll"> {
    const subject = this.renderRoot.querySelector<HTMLInputElement>("input.subject")?.value;
    const all = this.renderRoot.querySelector<HTMLInputElement>("[name=toAll]")?.checked;
    const replyTo = this.quoted?.id;
    if (replyTo !== undefined) this.dispatchEvent(new Event("unquote"));
    const along = { ...(subject && { subject }), ...(all && { toAll: true }) };
    return { ...along, ...(replyTo !== undefined && { replyTo }) };
  }

  async #attach(action: AttachAction): Promise<void> {
    const chosen = selection();
    if (!chosen) return;
    if (action.file)
      return this.renderRoot.querySelector<HTMLInputElement>("input[type=file]")?.click();
    const dialog = this.renderRoot.querySelector("sim-dialog");
    const values = action.form && dialog instanceof FormDialog ? await dialog.ask(action.form) : {};
    if (values) this.#write(chosen, action.content(values));
  }

  #picked({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const [file] = target.files ?? [];
    target.value = "";
    if (file) this.#upload(file);
  }

  #paste(event: ClipboardEvent): void {
    const [file] = event.clipboardData?.files ?? [];
    if (!file) return;
    event.preventDefault();
    this.#upload(file);
  }

  #upload(file: File): void {
    const chosen = selection();
    const area = this.#text();
    if (!chosen || !area) return;
    const text = area.value;
    area.value = "";
    void attach(chosen, file, { text, ...this.#along() });
  }
}
customElements.define("sim-composer", Composer);

export type { Composer };
