import { html, type TemplateResult } from "lit";
import { partsOf } from "./rich-text-parts.ts";

/** A text as people wrote it, with its links to follow and the members it mentions. */
export function richText(text: string, names: readonly string[] = []): TemplateResult[] {
  return partsOf(text, names).map((part) => {
    if (part.type === "link") {
      return html`<a href=${part.href} target="_blank" rel="noopener noreferrer nofollow"
        >${part.text}</a
      >`;
    }
    return part.type === "mention" ? html`<b class="mention">${part.text}</b>` : html`${part.text}`;
  });
}
