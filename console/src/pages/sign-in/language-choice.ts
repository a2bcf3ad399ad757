import { html, type TemplateResult } from "lit";
import { language, languages, setLanguage } from "../../text/language.ts";
import { t } from "../../text/sign-in.ts";

const names = { es: "Español", en: "English" } as const;

/** In which language somebody reads who has not signed in yet. */
export function languageChoice(): TemplateResult {
  return html`<div role="group" aria-label=${t.language}>
    ${languages.map(
      (one) =>
        html`<button lang=${one} aria-pressed=${language() === one} @click=${() => setLanguage(one)}>
          ${names[one]}
        </button>`,
    )}
  </div>`;
}
