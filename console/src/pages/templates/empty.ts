import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../text/templates.ts";

/** What stands where nothing is, and the way on. */
export function empty(
  title: string,
  why: string,
  way?: { words: string; press(): void },
): TemplateResult {
  return html`<div class="empty">
    ${title ? html`<h2>${title}</h2>` : nothing}
    <p>${why}</p>
    ${way ? html`<button type="button" class="button" @click=${way.press}>${way.words}</button>` : nothing}
  </div>`;
}

/** What stands there until the templates are known. */
export function skeleton(): TemplateResult {
  return html`<div role="status" aria-busy="true" aria-label=${t.loading}>
    ${[1, 2, 3, 4, 5, 6].map(() => html`<div class="blank"></div>`)}
  </div>`;
}
