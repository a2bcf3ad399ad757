import { css, html, LitElement } from "lit";
import type { SignInMail } from "../../control/sign-in-mails.ts";
import { api } from "../data/api.ts";
import { texts } from "../text/texts.ts";
import { base } from "./base.ts";

/** How often the list is looked at again while it is shown, in milliseconds. */
const every = 3_000;

/** The mails by which people sign in: invitations and forgotten passwords. */
class SignInMails extends LitElement {
  static override properties = { mails: { state: true }, failed: { state: true } };
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      p {
        padding: 24px 16px;
        text-align: center;
        color: var(--secondary);
      }
      li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 10px;
        padding: 10px 16px;
        border-bottom: 1px solid var(--line);
      }
      .words {
        display: grid;
        min-width: 0;
      }
      .kind {
        color: var(--secondary);
        font: var(--tiny);
      }
      a {
        flex: none;
        padding: 6px 10px;
        border-radius: var(--radius-button);
        color: var(--accent-text);
        font-weight: 500;
      }
    `,
  ];
  declare mails: readonly SignInMail[] | undefined;
  declare failed: boolean;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.mails = undefined;
    this.failed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look();
    this.#timer = setInterval(() => void this.#look(), every);
  }

  override disconnectedCallback(): void {
    clearInterval(this.#timer);
    super.disconnectedCallback();
  }

  protected override render() {
    if (this.failed) return html`<p role="status">${texts.mailsFailed}</p>`;
    if (!this.mails) return html`<p role="status">${texts.connecting}</p>`;
    if (this.mails.length === 0) return html`<p>${texts.noMails}</p>`;
    return html`<ul>${this.mails.map(row)}</ul>`;
  }

  async #look(): Promise<void> {
    try {
      this.mails = await api.signInMails();
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }
}
customElements.define("sim-sign-in-mails", SignInMails);

function row({ email, kind, link }: SignInMail) {
  return html`<li>
    <span class="words">
      <span class="cut" title=${email}>${email}</span>
      <span class="kind">${texts.mailKinds[kind as keyof typeof texts.mailKinds] ?? kind}</span>
    </span>
    <a href=${link} target="_blank" rel="noopener">${texts.openMail}</a>
  </li>`;
}
