import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { forgotPassword, type SignedOut, signIn, signInProblem } from "../../data/session.ts";
import { t } from "../../text/sign-in.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { mark } from "../../ui/mark.ts";
import { titled } from "../../ui/title.ts";
import { emailField } from "./email-field.ts";
import { languageChoice } from "./language-choice.ts";
import { passwordField } from "./password-field.ts";
import { signInStyles } from "./sign-in-styles.ts";

type Step = "signIn" | "forgot" | "sent";
type Trouble = ReturnType<typeof signInProblem> | "noEmail" | "noPassword";

/** The page where a member signs in, or asks for a new password. */
export class SignIn extends HiloElement {
  static override properties: PropertyDeclarations = {
    why: {},
    step: { state: true },
    trouble: { state: true },
    busy: { state: true },
    shown: { state: true },
    email: { state: true },
  };
  static override styles = [HiloElement.styles, signInStyles];
  declare why: SignedOut["why"];
  declare step: Step;
  declare trouble: Trouble | null;
  declare busy: boolean;
  declare shown: boolean;
  declare email: string;

  constructor() {
    super();
    this.why = "notYet";
    this.step = "signIn";
    this.trouble = null;
    this.busy = false;
    this.shown = false;
    this.email = "";
  }

  protected override updated(): void {
    titled(() => [this.step === "signIn" ? t.signIn : t.forgotTitle]);
  }

  protected override render(): TemplateResult {
    return html`<main>
        <div class="card">
          <div class="mark">${mark(44)}</div>
          ${this.step === "signIn" ? this.#signInForm() : this.#forgotForm()}
        </div>
      </main>
      <footer>${languageChoice()}</footer>`;
  }

  #signInForm(): TemplateResult {
    return html`<h1>${t.title}</h1>
      <p class="lead">${t.lead}</p>
      ${this.#message()}
      <form novalidate @submit=${this.#submit}>
        ${this.#emailField()}
        ${passwordField({
          label: t.password,
          autocomplete: "current-password",
          shown: this.shown,
          wrong: this.trouble === "noPassword" || this.trouble === "wrong",
          toggle: () => {
            this.shown = !this.shown;
          },
        })}
        <button class="button primary" aria-disabled=${this.busy}>
          ${this.busy ? t.signingIn : t.signIn}
        </button>
        <button type="button" class="link" @click=${() => this.#to("forgot")}>${t.forgot}</button>
      </form>`;
  }

  #forgotForm(): TemplateResult {
    const back = html`<button type="button" class="link" @click=${() => this.#to("signIn")}>
      ${t.back}
    </button>`;
    if (this.step === "sent") {
      return html`<h1>${t.forgotTitle}</h1>
        <p class="message good" role="status">${t.sent(this.email)}</p>
        ${back}`;
    }
    return html`<h1>${t.forgotTitle}</h1>
      <p class="lead">${t.forgotLead}</p>
      ${this.#message()}
      <form novalidate @submit=${this.#ask}>
        ${this.#emailField()}
        <button class="button primary" aria-disabled=${this.busy}>
          ${this.busy ? t.sending : t.send}
        </button>
        ${back}
      </form>`;
  }

  #emailField(): TemplateResult {
    return emailField({
      value: this.email,
      wrong: ["noEmail", "badEmail", "wrong"].includes(this.trouble ?? ""),
      troubled: this.trouble !== null,
      typed: (email) => {
        this.email = email;
      },
    });
  }

  #message(): TemplateResult | typeof nothing {
    if (this.trouble)
      return html`<p id="trouble" class="message bad" role="alert">${t[this.trouble]}</p>`;
    if (this.why === "notYet") return nothing;
    return html`<p class="message ${this.why === "left" ? "" : "warning"}" role="status">${t[this.why]}</p>`;
  }

  #to(step: Step): void {
    this.trouble = null;
    this.why = "notYet";
    this.step = step;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const password = this.renderRoot.querySelector<HTMLInputElement>("#password")?.value ?? "";
    const missing = !this.email.trim() ? "noEmail" : !password ? "noPassword" : null;
    await this.#attempt(missing, () => signIn(this.email, password));
  }

  async #ask(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await this.#attempt(this.email.trim() ? null : "noEmail", async () => {
      await forgotPassword(this.email).catch(unlessUnknown);
      this.#to("sent");
    });
  }

  async #attempt(missing: Trouble | null, attempt: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.trouble = missing;
    if (!missing) {
      this.busy = true;
      await attempt().catch((error: unknown) => {
        this.trouble = signInProblem(error);
      });
      this.busy = false;
    }
    await this.#pointOut();
  }

  /** Moves to the field in question; the message above speaks for itself. */
  async #pointOut(): Promise<void> {
    await this.updateComplete;
    if (!this.trouble) return;
    const field =
      this.trouble === "noPassword" || this.trouble === "wrong" ? "#password" : "#email";
    this.renderRoot.querySelector<HTMLInputElement>(field)?.focus();
  }
}

/** An address nobody has an account under is answered like any other, so that accounts cannot be guessed. */
function unlessUnknown(error: unknown): void {
  if (signInProblem(error) !== "wrong") throw error;
}

define("hilo-sign-in", SignIn);
