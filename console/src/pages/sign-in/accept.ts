import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import {
  acceptInvitation,
  guestMailbox,
  type Invitation,
  invitationTo,
  isSignInLink,
  signGuestOut,
  signInByLink,
} from "../../data/accepting.ts";
import { t } from "../../text/accept.ts";
import { problems } from "../../text/problems.ts";
import { w } from "../../text/words.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { mark } from "../../ui/mark.ts";
import { navigate } from "../../ui/navigate.ts";
import { titled } from "../../ui/title.ts";
import { type AcceptTrouble, troubleOf } from "./accept-trouble.ts";
import { emailField } from "./email-field.ts";
import { languageChoice } from "./language-choice.ts";
import { passwordField } from "./password-field.ts";
import { signInStyles } from "./sign-in-styles.ts";

const shortest = 8;

/** The page to which the mail of an invitation leads: it signs in by the mail's link, and accepts. */
export class Accept extends HiloElement {
  static override properties: PropertyDeclarations = {
    workspace: {},
    step: { state: true },
    trouble: { state: true },
    busy: { state: true },
    shown: { state: true },
    mailbox: { state: true },
    invitation: { state: true },
  };
  static override styles = [HiloElement.styles, signInStyles];
  declare workspace: string;
  declare step: "loading" | "mailbox" | "invitation" | "stuck";
  declare trouble: AcceptTrouble | null;
  declare busy: boolean;
  declare shown: boolean;
  declare mailbox: string;
  declare invitation: Invitation | undefined;

  constructor() {
    super();
    this.workspace = "";
    this.step = "loading";
    this.trouble = null;
    this.busy = false;
    this.shown = false;
    this.mailbox = "";
    this.invitation = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#attempt(() => this.#begin());
  }

  protected override updated(): void {
    titled(() => [t.title]);
  }

  protected override render(): TemplateResult {
    return html`<main>
        <div class="card" aria-busy=${this.step === "loading"}>
          <div class="mark">${mark(44)}</div>
          <h1>${t.title}</h1>
          ${this.#step()}
        </div>
      </main>
      <footer>${languageChoice()}</footer>`;
  }

  #step(): TemplateResult {
    if (this.step === "loading" && !this.trouble)
      return html`<p class="lead" role="status">${t.checking}</p>`;
    if (this.step === "mailbox") return this.#mailboxForm();
    if (this.step === "invitation" && this.invitation) return this.#invited(this.invitation);
    return html`${this.#message()}${this.mailbox ? this.#otherMailbox() : nothing}`;
  }

  #mailboxForm(): TemplateResult {
    return html`<p class="lead">${t.mailboxLead}</p>
      ${this.#message()}
      <form novalidate @submit=${this.#confirm}>
        ${emailField({
          value: this.mailbox,
          wrong: this.trouble !== null,
          troubled: this.trouble !== null,
          typed: (email) => {
            this.mailbox = email;
          },
        })}
        <button class="button primary" aria-disabled=${this.busy}>
          ${this.busy ? t.checking : t.goOn}
        </button>
      </form>`;
  }

  #invited(invitation: Invitation): TemplateResult {
    const { invitedBy, workspaceName, role, state } = invitation;
    if (state !== "invited") return this.#past(state);
    const as = w[role];
    return html`<p class="lead">
        ${invitedBy ? t.invites(invitedBy, workspaceName, as) : t.invitesUnnamed(workspaceName, as)}
        ${t.as(this.mailbox)}
      </p>
      ${this.#message()}
      <form novalidate @submit=${this.#accept}>
        <input type="hidden" name="username" autocomplete="username" .value=${this.mailbox} />
        ${passwordField({
          label: t.choose,
          why: t.chooseWhy,
          autocomplete: "new-password",
          shown: this.shown,
          wrong: this.trouble === "short",
          toggle: () => {
            this.shown = !this.shown;
          },
        })}
        <button class="button primary" aria-disabled=${this.busy}>
          ${this.busy ? t.accepting : t.accept}
        </button>
        ${this.#otherMailbox()}
      </form>`;
  }

  #past(state: Exclude<Invitation["state"], "invited">): TemplateResult {
    const open = html`<button class="link" @click=${enter}>${t.open}</button>`;
    return html`<p class="message ${state === "accepted" ? "good" : "warning"}" role="status">
        ${t[state]}
      </p>
      ${state === "accepted" ? open : this.#otherMailbox()}`;
  }

  #otherMailbox(): TemplateResult {
    return html`<button type="button" class="link" @click=${this.#leave}>${t.other}</button>`;
  }

  #message(): TemplateResult | typeof nothing {
    const { trouble } = this;
    if (!trouble) return nothing;
    const words = trouble === "offline" ? problems.offline : t[trouble];
    const tone = trouble === "again" ? "warning" : "bad";
    return html`<p id="trouble" class="message ${tone}" role="alert">${words}</p>`;
  }

  async #begin(): Promise<void> {
    const linked = await isSignInLink(location.href);
    if (linked) {
      this.step = "mailbox";
      return;
    }
    this.mailbox = (await guestMailbox()) ?? "";
    if (this.mailbox) return this.#look();
    this.step = "stuck";
    this.trouble = "noLink";
  }

  async #look(): Promise<void> {
    this.invitation = await invitationTo(this.workspace);
    this.step = "invitation";
  }

  async #confirm(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const email = this.mailbox.trim();
    if (!email) {
      this.trouble = "noEmail";
      return;
    }
    await this.#attempt(async () => {
      await signInByLink(email, location.href);
      history.replaceState(null, "", `/accept?workspace=${encodeURIComponent(this.workspace)}`);
      this.mailbox = (await guestMailbox()) ?? email;
      this.step = "stuck";
      await this.#look();
    });
  }

  async #accept(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const password = this.renderRoot.querySelector<HTMLInputElement>("#password")?.value ?? "";
    if (password && password.length < shortest) {
      this.trouble = "short";
      return;
    }
    await this.#attempt(async () => {
      await acceptInvitation(this.workspace, password);
      enter();
    });
  }

  async #leave(): Promise<void> {
    await this.#attempt(async () => {
      await signGuestOut();
      this.mailbox = "";
      this.step = "stuck";
      this.trouble = "noLink";
    });
  }

  async #attempt(attempt: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.trouble = null;
    await attempt().catch((error: unknown) => {
      this.trouble = troubleOf(error);
      if (this.step === "loading" || this.trouble === "again") this.step = "stuck";
    });
    this.busy = false;
  }
}

function enter(): void {
  navigate("/inbox", { replace: true });
}

define("hilo-accept", Accept);
