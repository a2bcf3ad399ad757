import { css, html, type TemplateResult } from "lit";
import { w } from "../text/words.ts";

export type Tone = "neutral" | "good" | "warning" | "bad" | "info" | "accent";

/** A small label that carries a state; styled by `tagStyles`. */
export function tag(text: string, tone: Tone = "neutral"): TemplateResult {
  return html`<span class="tag ${tone}">${text}</span>`;
}

/** Beside what a person says of themselves and nobody has proved. */
export function unproven(): TemplateResult {
  return tag(w.unproven, "warning");
}

export const tagStyles = css`
  .tag {
    display: inline-block;
    max-width: 100%;
    overflow: hidden;
    padding: 1px 7px;
    border-radius: var(--radius-tag);
    background: var(--neutral-wash);
    color: var(--neutral-text);
    font: 500 12px/16px var(--font);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tag.good {
    background: var(--good-wash);
    color: var(--good-text);
  }
  .tag.warning {
    background: var(--warning-wash);
    color: var(--warning-text);
  }
  .tag.bad {
    background: var(--bad-wash);
    color: var(--bad-text);
  }
  .tag.info {
    background: var(--info-wash);
    color: var(--info-text);
  }
  .tag.accent {
    background: var(--accent-wash);
    color: var(--accent-text);
  }
`;
