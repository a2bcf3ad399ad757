import { type SVGTemplateResult, svg } from "lit";

/** Hilo's mark: two ends and the thread between them. */
export function mark(size = 36): SVGTemplateResult {
  return svg`<svg width=${size} height=${size} viewBox="0 0 36 36" aria-hidden="true">
    <rect width="36" height="36" rx="10" fill="var(--accent)" />
    <g fill="none" stroke="var(--on-accent)" stroke-width="1.9" stroke-linecap="round">
      <circle cx="11.6" cy="24.4" r="2.1" />
      <circle cx="24.4" cy="11.6" r="2.1" />
      <path d="M11.6 22.3c0-6 4.7-10.7 10.7-10.7" />
    </g>
  </svg>`;
}
