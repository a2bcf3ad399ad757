import { css, html, type PropertyDeclarations, type TemplateResult } from "lit";
import { t } from "../../../text/mail.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { formatted } from "../kinds/formatted.ts";
import { textStyles } from "../kinds/text-styles.ts";

/** The signature that stands below an e-mail, folded until somebody wants to see it. */
export class MailSignature extends HiloElement {
  static override properties: PropertyDeclarations = {
    signature: {},
    unfolded: { state: true },
  };
  declare signature: string;
  declare unfolded: boolean;

  constructor() {
    super();
    this.signature = "";
    this.unfolded = false;
  }

  protected override render(): TemplateResult {
    const label = this.unfolded ? t.signatureHide : t.signatureShow;
    return html`<button type="button" aria-expanded=${this.unfolded} aria-label=${label} title=${label} @click=${this.#fold}>
        — ${t.signatureLine}
      </button>
      ${this.unfolded ? html`<div class="formatted" dir="auto">${formatted(this.signature, () => undefined)}</div>` : ""}`;
  }

  #fold(): void {
    this.unfolded = !this.unfolded;
  }

  static override styles = [
    HiloElement.styles,
    textStyles,
    css`
      :host {
        display: block;
        padding: 0 14px 4px;
        color: var(--secondary);
        font: var(--small);
      }
      button {
        min-height: max(24px, var(--target));
        padding: 2px 0;
        color: var(--secondary);
      }
      button:hover {
        color: var(--text);
      }
      .formatted {
        max-height: 160px;
        overflow-y: auto;
      }
    `,
  ];
}

define("hilo-mail-signature", MailSignature);
