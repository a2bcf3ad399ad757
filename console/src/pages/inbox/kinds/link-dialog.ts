import { css, html, type TemplateResult } from "lit";
import { t } from "../../../text/link.ts";
import { w } from "../../../text/words.ts";
import "../../../ui/dialog.ts";
import { dialogActions } from "../../../ui/dialog-actions.ts";
import { define, HiloElement } from "../../../ui/element.ts";
import { whoseIs } from "./mail-attributes.ts";

/** Shows where a link of a mail leads before anybody goes there; it opens outside. */
export function askToFollow(address: string): void {
  const dialog = new LinkDialog();
  dialog.address = address;
  document.body.append(dialog);
}

export class LinkDialog extends HiloElement {
  static override properties = { address: {}, open: { state: true } };
  declare address: string;
  declare open: boolean;

  constructor() {
    super();
    this.address = "";
    this.open = true;
  }

  protected override render(): TemplateResult {
    const isPage = /^https?:/iu.test(this.address);
    return html`<hilo-dialog label=${t.title} .open=${this.open} @close=${() => this.remove()}>
      <p>${t.leadsTo}</p>
      <p class="whose" dir="ltr">${whoseIs(this.address)}</p>
      <p class="address" dir="ltr">${this.address}</p>
      <div class="actions">
        <button type="button" class="button" @click=${this.#leave}>${w.cancel}</button>
        <a
          class="button primary"
          autofocus
          href=${this.address}
          target=${isPage ? "_blank" : "_self"}
          rel="noopener noreferrer nofollow"
          @click=${this.#leave}
          >${t.follow}</a
        >
      </div>
    </hilo-dialog>`;
  }

  #leave(): void {
    this.open = false;
  }

  static override styles = [
    HiloElement.styles,
    dialogActions,
    css`
      .whose {
        margin-block: 8px 2px;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .address {
        max-height: 120px;
        overflow: hidden auto;
        font: var(--small);
        overflow-wrap: anywhere;
        color: var(--secondary);
      }
    `,
  ];
}

define("hilo-link", LinkDialog);
