import { css, html, nothing, type TemplateResult } from "lit";
import { t } from "../text/provider-said.ts";
import { copy } from "./copy.ts";
import { icon } from "./icon.ts";

/**
 * What a provider said exactly. It is in English and codes, whatever language is in use: not read here, but copied for
 * whoever asks the provider.
 */
export function providerSaid(text: string): TemplateResult | typeof nothing {
  if (text === "") return nothing;
  return html`<button type="button" class="said" @click=${() => void copy(text, { done: t.copied, refused: t.notCopied })}>
    ${icon("copy", 13)}${t.copy}
  </button>`;
}

export const saidStyles = css`
  .said {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 24px;
    border-radius: 4px;
    color: var(--secondary);
    font: var(--tiny);
    text-align: start;
  }
  .said:hover {
    color: var(--text);
    text-decoration: underline;
  }
`;
