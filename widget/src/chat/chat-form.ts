import type { ChatSettings } from "@hilo/schema";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { baseStyles } from "./base-styles.ts";
import { fieldStyles } from "./field-styles.ts";
import { recall } from "./memory.ts";
import type { Words } from "./words.ts";

/** What the visitor wrote into the form. */
export type Introduction = { name?: string; email?: string; message?: string };

/** Who the visitor is, before the chat; and what they want, when nobody is there. */
class ChatForm extends LitElement {
  static override properties = {
    words: { attribute: false },
    settings: { attribute: false },
    note: { attribute: false },
    message: { attribute: false },
  };
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        flex: 1;
        overflow: auto;
        padding: 16px;
      }
      form {
        display: grid;
        gap: 14px;
      }
      p {
        margin: 0;
        color: var(--quiet);
      }
    `,
  ];

  declare words: Words;
  declare settings: ChatSettings;
  declare note: string;
  /** What the visitor began to write before this was asked. */
  declare message: string;

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("input, textarea, button")?.focus();
  }

  protected override render(): TemplateResult {
    const { words, settings, note } = this;
    const known = recall();
    const fields = settings.open ? settings.form : (["name", "email"] as const);
    return html`
      <form @submit=${this.#submit}>
        ${settings.greeting ? html`<p>${settings.greeting}</p>` : nothing}
        <p>${note || words.introduction}</p>
        ${fields.map((name) => this.#field(name, known[name] ?? ""))}
        ${settings.open ? nothing : this.#message()}
        <button class="main">${settings.open ? words.begin : words.leave}</button>
      </form>
    `;
  }

  #field(name: "name" | "email", value: string): TemplateResult {
    const type = name === "email" ? "email" : "text";
    return html`
      <label>
        ${this.words[name]}
        <input
          name=${name}
          type=${type}
          autocomplete=${name}
          maxlength=${name === "email" ? 200 : 80}
          required
          .value=${value}
        />
      </label>
    `;
  }

  #message(): TemplateResult {
    return html`
      <label>
        ${this.words.message}
        <textarea name="message" dir="auto" rows="4" maxlength=${this.settings.textLength} required .value=${this.message}></textarea>
      </label>
    `;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const written = [...data].map(([key, value]) => [key, String(value).trim()]);
    const detail: Introduction = Object.fromEntries(written.filter(([, value]) => value));
    this.dispatchEvent(new CustomEvent("introduced", { detail }));
  }
}

customElements.define("chat-form", ChatForm);
