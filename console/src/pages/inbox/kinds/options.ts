import type { Options } from "@hilo/schema";
import { css, html, nothing, type TemplateResult } from "lit";
import { t } from "../../../text/kinds.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { icon } from "../../../ui/icon.ts";
import { hrefOf } from "../../../ui/rich-text-parts.ts";

/** What was offered to press, under the text in the default slot; not to be pressed here. */
export class OfferedOptions extends HiloElement {
  static override properties = { options: { attribute: false } };
  declare options: Options | undefined;

  constructor() {
    super();
    this.options = undefined;
  }

  protected override render(): TemplateResult {
    const { header, footer, buttons, list } = this.options ?? {};
    return html`
      ${header ? html`<b class="header">${header}</b>` : nothing}
      <slot></slot>
      ${footer ? html`<p class="footer">${footer}</p>` : nothing}
      ${buttons?.length ? html`<ul aria-label=${t.offered}>${buttons.map(button)}</ul>` : nothing}
      ${list ? offeredList(list) : nothing}
    `;
  }

  static override styles = [
    HiloElement.styles,
    css`
      :host {
        display: grid;
        gap: 6px;
        min-width: min(220px, 100%);
        color: inherit;
      }
      .header {
        font-weight: 600;
      }
      .footer {
        font: var(--tiny);
        opacity: 0.85;
      }
      ul {
        display: grid;
        margin-inline: -12px;
      }
      li {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 6px;
        min-height: 32px;
        padding: 5px 12px;
        border-top: 1px solid color-mix(in srgb, currentcolor 22%, transparent);
        font-weight: 500;
        text-align: center;
      }
      a {
        color: inherit;
      }
      details ul {
        margin: 4px 0 0;
      }
      details li {
        display: grid;
        justify-content: start;
        text-align: start;
      }
      summary {
        min-height: 24px;
        cursor: pointer;
        font-weight: 500;
      }
      small {
        font: var(--tiny);
        opacity: 0.85;
      }
    `,
  ];
}

function button({ title, url }: NonNullable<Options["buttons"]>[number]): TemplateResult {
  const href = url === undefined ? undefined : hrefOf(url);
  if (!href) return html`<li>${icon("reply", 14)}<span dir="auto">${title}</span></li>`;
  return html`<li>
    ${icon("link", 14)}<a href=${href} target="_blank" rel="noopener noreferrer" dir="auto">${title}</a>
  </li>`;
}

function offeredList({ button, rows }: NonNullable<Options["list"]>): TemplateResult {
  return html`<details>
    <summary>${button} · ${t.rows(rows.length)}</summary>
    <ul aria-label=${t.offered}>
      ${rows.map(
        ({ title, description }) => html`<li>
          <span dir="auto">${title}</span>${description ? html`<small dir="auto">${description}</small>` : nothing}
        </li>`,
      )}
    </ul>
  </details>`;
}

define("hilo-options", OfferedOptions);
