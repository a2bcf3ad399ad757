import { html, type TemplateResult } from "lit";
import { t } from "../../text/channels.ts";

/** The shape of what is yet to come, which says so to whoever does not see it. */
export function shimmer(lines: number): TemplateResult {
  return html`<div role="status" aria-busy="true" aria-label=${t.loading}>
    ${Array.from({ length: lines }, () => html`<i class="shimmer"></i>`)}
  </div>`;
}
