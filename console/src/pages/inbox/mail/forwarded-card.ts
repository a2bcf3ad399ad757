import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Forwarding } from "../../../data/draft-mail.ts";
import { upcoming } from "../../../text/formats.ts";
import { t } from "../../../text/mail.ts";
import { clock } from "../../../ui/clock.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { icon } from "../../../ui/icon.ts";

/** A message that an e-mail passes on, with its files. Tells `drop` when it is to be left out. */
export class ForwardedCard extends HiloElement {
  static override properties: PropertyDeclarations = { forwards: { attribute: false } };
  declare forwards: Forwarding | undefined;

  constructor() {
    super();
    this.forwards = undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.forwards) return nothing;
    const { name, at, text, files } = this.forwards;
    return html`<section aria-label=${t.forwarded}>
      <header>
        ${icon("forward", 16)}
        <span>${t.forwardOf(name, upcoming(at, clock.value))}</span>
        <button type="button" class="icon-button" aria-label=${t.notForward} title=${t.notForward} @click=${() => this.tell("drop")}>
          ${icon("x", 16)}
        </button>
      </header>
      ${text === "" ? nothing : html`<p dir="auto">${text}</p>`}
      ${
        files.length === 0
          ? nothing
          : html`<ul aria-label=${t.forwardFiles}>
              ${files.map((file) => html`<li>${icon("paperclip", 14)}<span>${file}</span></li>`)}
            </ul>`
      }
    </section>`;
  }

  static override styles = [
    HiloElement.styles,
    css`
      section {
        display: grid;
        gap: 6px;
        padding: 4px 4px 10px 12px;
        border: 1px solid var(--line);
        border-inline-start: 3px solid var(--line-strong);
        border-radius: var(--radius-card);
        font: var(--small);
      }
      header {
        display: flex;
        align-items: center;
        gap: 6px;
        min-width: 0;
        color: var(--secondary);
      }
      header span {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      p {
        max-height: 120px;
        padding-inline-end: 8px;
        overflow-y: auto;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 4px;
        max-width: 100%;
        padding: 2px 8px;
        border-radius: 12px;
        background: var(--sunken);
      }
      li span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];
}

define("hilo-forwarded", ForwardedCard);
