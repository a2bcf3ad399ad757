import { html, type TemplateResult } from "lit";
import { t } from "../../../../text/thread.ts";

const shapes = [
  { own: false, width: 52, height: 58 },
  { own: false, width: 36, height: 40 },
  { own: true, width: 58, height: 76 },
  { own: true, width: 30, height: 40 },
  { own: false, width: 44, height: 58 },
];

/** The shape of a thread before it has come. */
export function skeleton(): TemplateResult {
  return html`<div class="skeleton" role="status" aria-label=${t.loading}>
    ${shapes.map(
      ({ own, width, height }) => html`<svg
        class=${own ? "own" : ""}
        width="${width}%"
        height=${height}
        aria-hidden="true"
      >
        <rect width="100%" height="100%" rx="14" />
      </svg>`,
    )}
  </div>`;
}
