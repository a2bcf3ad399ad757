import { html, type TemplateResult } from "lit";
import { unsafeSVG } from "lit/directives/unsafe-svg.js";
import { type IconName, icons } from "./icons.ts";

/** One of our bundled icons. It is decoration: whatever holds it has the name. */
export function icon(name: IconName, size = 20): TemplateResult {
  return drawing(icons[name], size);
}

/** A drawing of Lucide's, given by its paths. */
export function drawing(paths: string, size = 20): TemplateResult {
  return html`<svg
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >${unsafeSVG(paths)}</svg>`;
}
