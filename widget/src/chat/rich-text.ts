import { html, type TemplateResult } from "lit";

const address = /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

/** A text with its web addresses as links; everything else stays text. */
export function richText(text: string): TemplateResult {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    parts.push(text.slice(end, index), link(found));
    end = index + found.length;
  }
  return html`${[...parts, text.slice(end)]}`;
}

export function link(url: string, text = url): TemplateResult {
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">${text}</a>`;
}
