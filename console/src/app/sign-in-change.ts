import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { forgotPassword, signedIn, signOut } from "../data/session.ts";
import { answered, changeToAsk, type SignInChange } from "../data/sign-in-change.ts";
import { exactTime } from "../text/formats.ts";
import { t } from "../text/sign-in-change.ts";
import "../ui/dialog.ts";
import { dialogActions } from "../ui/dialog-actions.ts";
import { define, HiloElement } from "../ui/element.ts";

/** Asks a member whether it was they who changed how they sign in, and says what to do when it was not. */
export class SignInQuestion extends HiloElement {
  static override properties: PropertyDeclarations = {
    change: { attribute: false },
    step: { state: true },
  };
  declare change: SignInChange | undefined;
  declare step: "asking" | "mailed" | "unsent";

  constructor() {
    super();
    this.change = undefined;
    this.step = "asking";
  }

  protected override render(): TemplateResult | typeof nothing {
    const { change } = this;
    if (!change) return nothing;
    return html`<hilo-dialog label=${t[change.what]} .open=${true} @close=${() => this.remove()}>
      ${this.step === "asking" ? this.#question(change) : this.#advice(change)}
    </hilo-dialog>`;
  }

  #question(change: SignInChange): TemplateResult {
    return html`<p>${t.when(exactTime(change.at))}</p>
      <div class="actions">
        <button type="button" class="button" @click=${() => void this.#deny(change)}>${t.no}</button>
        <button type="button" class="button primary" autofocus @click=${() => this.#confirm(change)}>
          ${t.yes}
        </button>
      </div>`;
  }

  #advice({ what }: SignInChange): TemplateResult {
    const first = this.step === "unsent" ? t.unsent : t[`${what}Now`];
    return html`<p role="alert"><strong>${first}</strong></p>
      <p>${t.tell}</p>
      <div class="actions">
        <button type="button" class="button primary" autofocus @click=${() => void signOut()}>
          ${t.leave}
        </button>
      </div>`;
  }

  #confirm(change: SignInChange): void {
    answered(change);
    this.remove();
  }

  /** Of a mailbox that is somebody else's now, only an administrator can take the account back. */
  async #deny({ what }: SignInChange): Promise<void> {
    if (what === "mailbox") {
      this.step = "mailed";
      return;
    }
    const sent = await forgotPassword(signedIn().email).then(
      () => true,
      () => false,
    );
    this.step = sent ? "mailed" : "unsent";
  }

  static override styles = [
    HiloElement.styles,
    dialogActions,
    css`
      p {
        margin-bottom: 8px;
      }
    `,
  ];
}

define("hilo-sign-in-question", SignInQuestion);

/** Asks, where there is something to ask; without an answer of the server, when the console is next opened. */
export async function askOfSignIn(): Promise<void> {
  const change = await changeToAsk().catch(() => null);
  if (!change) return;
  const question = new SignInQuestion();
  question.change = change;
  document.body.append(question);
}
