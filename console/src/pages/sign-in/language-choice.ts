import { languageNames } from "@hilo/schema/languages";
import { html, type TemplateResult } from "lit";
import { language, languages, setLanguage } from "../../text/language.ts";
import { t } from "../../text/sign-in.ts";

/** In which language somebody reads who has not signed in yet. */
export function languageChoice(): TemplateResult {
  return html`<div role="group" aria-label=${t.language}>
    ${languages.map(
      (one) =>
        html`<button lang=${one} aria-pressed=${language() === one} @click=${() => setLanguage(one)}>
          ${languageNames[one]}
        </button>`,
    )}
  </div>`;
}
