import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { masked } from "./asking.ts";
import { baseStyles } from "./base-styles.ts";
import type { Chat } from "./chat.ts";
import { fieldStyles } from "./field-styles.ts";
import type { Words } from "./words.ts";

/** Asks, once and politely, where answers go that come when the visitor has left. */
class ChatAddress extends LitElement {
  static override properties = {
    words: { attribute: false },
    left: {},
    busy: { state: true },
    failed: { state: true },
  };
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: block;
        border: 1px solid var(--line);
        border-radius: 14px;
        padding: 12px;
      }
      form {
        display: grid;
        gap: 10px;
      }
      p {
        margin: 0;
        font-size: 13px;
      }
      .bad {
        color: var(--bad);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 12px;
      }
      .skip {
        color: var(--quiet);
        text-decoration: underline;
        padding: 10px 4px;
      }
    `,
  ];

  declare words: Words;
  declare chat: Chat;
  /** The address that was left. */
  declare left: string;
  declare busy: boolean;
  declare failed: boolean;

  constructor() {
    super();
    this.left = "";
    this.busy = false;
    this.failed = false;
  }

  protected override render(): TemplateResult {
    const { words, busy } = this;
    if (this.left) return html`<p role="status">${words.addressLeft(masked(this.left))}</p>`;
    return html`
      <form @submit=${this.#submit}>
        <label>
          ${words.askAddress}
          <input name="email" type="email" autocomplete="email" maxlength="200" required />
        </label>
        ${this.failed ? html`<p class="bad" role="alert">${words.addressFailed}</p>` : nothing}
        <div class="acts">
          <button class="main" ?disabled=${busy}>${words.leaveAddress}</button>
          <button type="button" class="skip" @click=${() => this.chat.skipAddress()}>
            ${words.noAddress}
          </button>
        </div>
      </form>
    `;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const email = new FormData(event.target as HTMLFormElement).get("email");
    this.busy = true;
    this.failed = false;
    try {
      await this.chat.leaveAddress(String(email).trim());
    } catch {
      this.failed = true; // What was written stays in its field.
    }
    this.busy = false;
  }
}

customElements.define("chat-address", ChatAddress);
