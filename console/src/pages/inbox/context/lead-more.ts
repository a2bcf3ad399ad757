import {
  css,
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from "lit";
import { t } from "../../../text/context.ts";
import { define, HiloElement } from "../../../ui/element.ts";

/** All of a lead, once somebody wants to see it: until then nothing of it is loaded. */
export class LeadMore extends HiloElement {
  static override properties: PropertyDeclarations = { leadId: {}, isOpen: { state: true } };
  declare leadId: string;
  declare isOpen: boolean;

  constructor() {
    super();
    this.leadId = "";
    this.isOpen = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("leadId")) this.isOpen = false;
  }

  protected override render(): TemplateResult {
    return html`<button type="button" aria-expanded=${this.isOpen} @click=${this.#toggle}>
        ${this.isOpen ? t.leadLess : t.leadMore}
      </button>
      ${
        this.isOpen ? html`<hilo-lead-details .leadId=${this.leadId}></hilo-lead-details>` : nothing
      }`;
  }

  async #toggle(): Promise<void> {
    if (!this.isOpen) await import("./lead-details.ts");
    this.isOpen = !this.isOpen;
  }

  static override styles = [
    HiloElement.styles,
    css`
      button {
        min-height: var(--target);
        padding: 4px 0;
        color: var(--accent-text);
        font: 500 13px/18px var(--font);
      }
      button:hover {
        text-decoration: underline;
      }
      hilo-lead-details {
        display: block;
        padding-top: 6px;
      }
    `,
  ];
}

define("hilo-lead-more", LeadMore);
