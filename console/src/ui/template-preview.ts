import type { ApprovedTemplate } from "@hilo/schema";
import { css, html, nothing, type TemplateResult } from "lit";
import { t } from "../text/templates.ts";
import { w } from "../text/words.ts";
import { icon } from "./icon.ts";

type Shown = { text: string } & Pick<ApprovedTemplate, "header" | "footer" | "buttons">;

/**
 * A template as the customer sees it, `picture` being where its header is; values that are not there yet stand as
 * marked blanks, called as `called` tells.
 */
export function templatePreview(
  shown: Shown,
  values: Record<string, string>,
  picture?: string,
  called: (name: string) => string = (name) => name,
): TemplateResult {
  const { header, text, footer, buttons = [] } = shown;
  const filled = (part: string) => filledWith(part, values, called);
  return html`<div class="preview-bubble">
    ${header ? headerOf(header, filled, picture) : nothing}
    <p class="preview-text" dir="auto">${filled(text)}</p>
    ${footer ? html`<p class="preview-footer">${footer}</p>` : nothing}
    ${
      buttons.length > 0
        ? html`<ul class="preview-buttons">
            ${buttons.map(
              ({ type, title }) => html`<li>
                ${icon(type === "reply" ? "reply" : type === "url" ? "link" : "phone", 14)}
                <span>${title}</span>
              </li>`,
            )}
          </ul>`
        : nothing
    }
  </div>`;
}

function headerOf(
  header: NonNullable<Shown["header"]>,
  filled: (text: string) => unknown,
  picture: string | undefined,
) {
  if (header.type === "text")
    return html`<p class="preview-header" dir="auto">${filled(header.text)}</p>`;
  if (picture) return html`<img class="preview-picture" src=${picture} alt=${w.image} />`;
  const sign = { image: "image", video: "video", document: "fileText" } as const;
  return html`<p class="preview-file">
    ${icon(sign[header.type], 20)}<span>${t.headerFile(w[header.type])}</span>
  </p>`;
}

function filledWith(
  text: string,
  values: Record<string, string>,
  called: (name: string) => string,
): (string | TemplateResult)[] {
  return text.split(/(\{\{\s*[\w.]+\s*\}\})/).map((part) => {
    const name = /^\{\{\s*([\w.]+)\s*\}\}$/.exec(part)?.[1];
    if (name === undefined) return part;
    const value = values[name]?.trim();
    return html`<mark class=${value ? "" : "blank"}>${value || called(name)}</mark>`;
  });
}

export const previewStyles = css`
  .preview-bubble {
    display: grid;
    gap: 6px;
    max-width: 420px;
    padding: 10px 12px;
    border-radius: var(--radius-bubble);
    background: var(--bubble-in);
    overflow-wrap: anywhere;
  }
  .preview-header {
    font-weight: 600;
  }
  .preview-text {
    white-space: pre-wrap;
  }
  .preview-footer {
    color: var(--secondary);
    font: var(--tiny);
  }
  .preview-file {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 14px;
    border-radius: var(--radius-button);
    background: var(--sunken);
    color: var(--secondary);
  }
  .preview-picture {
    width: 100%;
    max-height: 200px;
    border-radius: var(--radius-button);
    object-fit: cover;
  }
  .preview-buttons {
    display: grid;
    margin: 2px -12px -10px;
    border-top: 1px solid var(--line);
  }
  .preview-buttons li {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    padding: 8px 12px;
    color: var(--accent-text);
    font-weight: 500;
  }
  .preview-buttons li + li {
    border-top: 1px solid var(--line);
  }
  .preview-bubble mark {
    border-radius: 4px;
    background: var(--accent-wash);
    color: inherit;
  }
  .preview-bubble mark.blank {
    padding: 0 4px;
    background: var(--warning-wash);
    color: var(--warning-text);
  }
`;
