import { html, type TemplateResult } from "lit";
import { w } from "../text/words.ts";

/** Beside what a person says of themselves and nobody has proved; styled by `tagStyles`. */
export function unproven(): TemplateResult {
  return html`<span class="tag warning" title=${w.unprovenWhy}>${w.unproven}</span>`;
}
