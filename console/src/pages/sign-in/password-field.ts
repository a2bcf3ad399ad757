import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../text/sign-in.ts";
import { icon } from "../../ui/icon.ts";

/** The field for the password, with the button that shows what is typed. */
export function passwordField(field: {
  shown: boolean;
  wrong: boolean;
  toggle: () => void;
}): TemplateResult {
  const name = field.shown ? t.hide : t.show;
  return html`<label for="password">${t.password}</label>
    <div class="password">
      <input
        id="password"
        class="field"
        type=${field.shown ? "text" : "password"}
        name="password"
        autocomplete="current-password"
        spellcheck="false"
        aria-invalid=${field.wrong ? "true" : nothing}
        aria-describedby=${field.wrong ? "trouble" : nothing}
      />
      <button type="button" class="icon-button" aria-label=${name} title=${name} @click=${field.toggle}>
        ${icon(field.shown ? "eyeOff" : "eye", 18)}
      </button>
    </div>`;
}
