import { paint } from "@hilo/bricks/paint";
import { css, html, type TemplateResult } from "lit";
import { t } from "../../../text/app.ts";

const widths = [62, 48, 70, 55, 40, 66, 52, 60];

/** Rows to come, in their shape. */
export function skeletonRows(): TemplateResult {
  return html`<div class="skeletons" role="status" aria-label=${t.loading}>
    ${widths.map(
      (width) => html`<div class="row" aria-hidden="true">
        <i class="round"></i>
        <span class="lines">
          <i ${paint({ width: `${width - 15}%` })}></i>
          <i ${paint({ width: `${width + 20}%` })}></i>
          <i class="short"></i>
        </span>
      </div>`,
    )}
  </div>`;
}

export const skeletonStyles = css`
  .skeletons i {
    display: block;
    height: 12px;
    margin: 4px 0 8px;
    border-radius: 6px;
    background: var(--sunken);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  .skeletons .row:hover {
    background: none;
  }
  .skeletons .round {
    width: 38px;
    height: 38px;
    margin: 0;
    border-radius: 50%;
  }
  .skeletons .short {
    width: 30%;
    margin-bottom: 2px;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeletons i {
      animation: none;
    }
  }
`;
