import type { ChatSettings } from "@hilo/schema";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { baseStyles } from "./base-styles.ts";
import type { Chat } from "./chat.ts";
import { fieldStyles } from "./field-styles.ts";
import { icon } from "./icons.ts";
import type { Words } from "./words.ts";

/** The most files that one message takes. */
const mostFiles = 5;

/** Where the visitor writes: Enter sends, Shift+Enter begins a line, files by button, paste and drop. */
class ChatComposer extends LitElement {
  static override properties = {
    words: { attribute: false },
    settings: { attribute: false },
    files: { state: true },
    problem: { state: true },
    text: { state: true },
  };
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        border-top: 1px solid var(--line);
        padding: 8px;
        padding-bottom: calc(8px + env(safe-area-inset-bottom, 0px));
      }
      form {
        display: flex;
        align-items: flex-end;
        gap: 4px;
      }
      textarea {
        field-sizing: content;
        min-height: 42px;
        max-height: 140px;
      }
      ul {
        list-style: none;
        margin: 0 0 8px;
        padding: 0;
        display: grid;
        gap: 4px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        padding-left: 12px;
        border-radius: 10px;
        background: var(--bubble);
        font-size: 13px;
      }
      li span {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      p {
        margin: 0 0 8px;
        font-size: 13px;
        color: var(--bad);
      }
    `,
  ];

  declare words: Words;
  /** Unknown until the session is up: until then it is the server that says what is too large. */
  declare settings: ChatSettings | undefined;
  declare chat: Chat;
  declare files: File[];
  declare problem: string;
  declare text: string;

  constructor() {
    super();
    this.files = [];
    this.problem = "";
    this.text = "";
    this.addEventListener("dragover", (event) => event.preventDefault());
    this.addEventListener("drop", (event) => {
      event.preventDefault();
      this.#add(event.dataTransfer?.files);
    });
  }

  protected override willUpdate(): void {
    const { draft } = this.chat;
    if (!this.hasUpdated) [this.text, this.files] = [draft.text, [...draft.files]];
    this.chat.draft = { text: this.text, files: this.files };
  }

  override focus(): void {
    this.renderRoot.querySelector("textarea")?.focus();
  }

  protected override render(): TemplateResult {
    const { words, settings, text, files } = this;
    const empty = text.trim() === "" && files.length === 0;
    return html`
      ${this.problem ? html`<p role="alert">${this.problem}</p>` : nothing}
      ${files.length > 0 ? html`<ul>${files.map((file) => this.#file(file))}</ul>` : nothing}
      <form @submit=${this.#submit}>
        <input
          class="hidden"
          type="file"
          multiple
          tabindex="-1"
          aria-hidden="true"
          accept=${settings?.files.types.join(",") ?? ""}
          @change=${this.#choose}
        />
        <button type="button" class="square" aria-label=${words.attach} @click=${this.#browse}>
          ${icon("attach")}
        </button>
        <textarea
          rows="1"
          dir="auto"
          aria-label=${words.write}
          placeholder=${words.write}
          maxlength=${settings?.textLength ?? nothing}
          .value=${text}
          @input=${this.#write}
          @keydown=${this.#key}
          @paste=${(event: ClipboardEvent) => this.#add(event.clipboardData?.files)}
        ></textarea>
        <button class="square" aria-label=${words.send} ?disabled=${empty}>${icon("send")}</button>
      </form>
    `;
  }

  #file(file: File): TemplateResult {
    return html`
      <li>
        <span>${file.name}</span>
        <button
          class="square"
          aria-label=${this.words.remove(file.name)}
          @click=${() => {
            this.files = this.files.filter((one) => one !== file);
            this.focus();
          }}
        >
          ${icon("close")}
        </button>
      </li>
    `;
  }

  #write(event: InputEvent): void {
    this.text = (event.target as HTMLTextAreaElement).value;
  }

  /** An Enter that ends a composition (Japanese, accents) is not meant for us. */
  #key(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    this.#send();
  }

  #send(): void {
    const { text, files } = this;
    if (text.trim() === "" && files.length === 0) return;
    this.chat.send({ text: text.trim(), files });
    this.text = "";
    this.files = [];
    this.problem = "";
    this.focus();
  }

  #browse(): void {
    this.renderRoot.querySelector<HTMLInputElement>("input[type=file]")?.click();
  }

  #choose(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.#add(input.files);
    input.value = "";
    this.focus();
  }

  #add(list: FileList | null | undefined): void {
    const maxBytes = this.settings?.files.maxBytes ?? Number.POSITIVE_INFINITY;
    const chosen = [...this.files, ...(list ?? [])];
    const fit = chosen.filter(({ size }) => size <= maxBytes);
    this.files = fit.slice(0, mostFiles);
    this.problem =
      fit.length < chosen.length
        ? this.words.tooLarge
        : fit.length > mostFiles
          ? this.words.tooMany(mostFiles)
          : "";
  }
}

customElements.define("chat-composer", ChatComposer);
