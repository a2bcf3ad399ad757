import { html, type TemplateResult } from "lit";
import { partsOf } from "./rich-text-parts.ts";

/** Of a longer text, in characters, the beginning is shown until somebody asks for all. */
export const longest = 20_000;

/** The same, however long it is. */
export function wholeText(text: string, names: readonly string[]): TemplateResult[] {
  return partsOf(text, names).map((part) => {
    if (part.type === "link") {
      return html`<a href=${part.href} target="_blank" rel="noopener noreferrer nofollow"
        >${part.text}</a
      >`;
    }
    return part.type === "mention" ? html`<b class="mention">${part.text}</b>` : html`${part.text}`;
  });
}
