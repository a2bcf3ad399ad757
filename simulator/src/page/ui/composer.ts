import { html, LitElement, nothing } from "lit";
import type { Entry } from "../../thread.ts";
import { attach, write } from "../data/compose.ts";
import { type Selection, selection } from "../data/selection.ts";
import { texts } from "../text/texts.ts";
import { type AttachAction, attachActions } from "./attach-actions.ts";
import { base } from "./base.ts";
import { composerStyles } from "./composer-styles.ts";
import "./dialog.ts";
import { FormDialog } from "./dialog.ts";
import { icon } from "./icon.ts";
import "./menu.ts";
import { preview } from "./preview.ts";

/** Where the customer writes, attaches and presses. */
class Composer extends LitElement {
  static override properties = { quoted: {} };
  static override styles = [base, composerStyles];
  declare quoted: Entry | null;

  override focus(): void {
    this.#text()?.focus();
  }

  protected override render() {
    const chosen = selection();
    if (!chosen) return nothing;
    const actions = attachActions(chosen.platform);
    return html`
      ${this.quoted ? this.#quote(this.quoted) : nothing}
      <form @submit=${this.#send}>
        <sim-menu
          .actions=${actions}
          @pick=${({ detail }: CustomEvent<AttachAction>) => this.#attach(detail)}
        ></sim-menu>
        <textarea
          rows="1"
          placeholder=${texts.placeholder}
          aria-label=${texts.placeholder}
          maxlength="4096"
          @keydown=${this.#key}
          @paste=${this.#paste}
        ></textarea>
        <button class="send" aria-label=${texts.send} title=${texts.send}>${icon("send")}</button>
      </form>
      <input type="file" hidden @change=${this.#picked} />
      <sim-dialog></sim-dialog>
    `;
  }

  #quote(entry: Entry) {
    return html`<div class="quoting">
      <span class="unseen">${texts.quoting}</span>
      <p class="cut">${preview(entry)}</p>
      <button
        class="icon-button"
        aria-label=${texts.noQuote}
        @click=${() => this.dispatchEvent(new Event("unquote"))}
      >${icon("x", 16)}</button>
    </div>`;
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
    this.#write(chosen, { text });
  }

  /** The quote goes along with whatever is written next. */
  #write(chosen: Selection, content: Parameters<typeof write>[1]): void {
    void write(chosen, { ...content, ...this.#replying() });
  }

  #replying(): { replyTo?: string } {
    const replyTo = this.quoted?.id;
    if (replyTo === undefined) return {};
    this.dispatchEvent(new Event("unquote"));
    return { replyTo };
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
    void attach(chosen, file, { text, ...this.#replying() });
  }
}
customElements.define("sim-composer", Composer);
