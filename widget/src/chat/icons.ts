import { svg, type TemplateResult } from "lit";

/** From Lucide (ISC). */
const lines = {
  close: "M18 6 6 18M6 6l12 12",
  send: "m22 2-7 20-4-9-9-4ZM22 2 11 13",
  attach:
    "m21.44 11.05-9.19 9.19a6 6 0 0 1-8.49-8.49l8.57-8.57A4 4 0 1 1 18 8.84l-8.59 8.57a2 2 0 0 1-2.83-2.83l8.49-8.48",
  hours: "M12 6v6l4 2M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0",
  file: "M15 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V7ZM14 2v4a2 2 0 0 0 2 2h4",
};

export function icon(name: keyof typeof lines): TemplateResult {
  return svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${lines[name]} /></svg>`;
}
