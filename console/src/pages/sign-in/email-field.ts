import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../text/sign-in.ts";

/** The field for the mailbox of somebody who has not signed in. */
export function emailField(field: {
  value: string;
  wrong: boolean;
  /** Whether something is said above that is about it. */
  troubled: boolean;
  typed: (email: string) => void;
}): TemplateResult {
  return html`<label for="email">${t.email}</label>
    <input
      id="email"
      class="field"
      type="email"
      name="email"
      autocomplete="username"
      inputmode="email"
      spellcheck="false"
      autofocus
      .value=${field.value}
      aria-invalid=${field.wrong ? "true" : nothing}
      aria-describedby=${field.troubled ? "trouble" : nothing}
      @input=${({ target }: InputEvent) => field.typed((target as HTMLInputElement).value)}
    />`;
}
