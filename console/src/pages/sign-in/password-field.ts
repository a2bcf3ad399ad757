import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../text/sign-in.ts";
import { icon } from "../../ui/icon.ts";

/** The field for the password, with the button that shows what is typed. */
export function passwordField(field: {
  label: string;
  /** What is said below it. */
  why?: string;
  autocomplete: "current-password" | "new-password";
  shown: boolean;
  wrong: boolean;
  toggle: () => void;
}): TemplateResult {
  const name = field.shown ? t.hide : t.show;
  return html`<label for="password">${field.label}</label>
    <div class="password">
      <input
        id="password"
        class="field"
        type=${field.shown ? "text" : "password"}
        name="password"
        autocomplete=${field.autocomplete}
        spellcheck="false"
        aria-invalid=${field.wrong ? "true" : nothing}
        aria-describedby=${field.wrong ? "trouble" : field.why ? "why" : nothing}
      />
      <button type="button" class="icon-button" aria-label=${name} title=${name} @click=${field.toggle}>
        ${icon(field.shown ? "eyeOff" : "eye", 18)}
      </button>
    </div>
    ${field.why ? html`<p id="why" class="why">${field.why}</p>` : nothing}`;
}
