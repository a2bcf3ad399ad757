import { css, html, nothing, type TemplateResult } from "lit";
import { signOut } from "../data/session.ts";
import { sendUnsent, unsent } from "../data/unsent.ts";
import { t } from "../text/kept.ts";
import "../ui/dialog.ts";
import { dialogActions } from "../ui/dialog-actions.ts";
import { define, HiloElement } from "../ui/element.ts";

/** Asks what becomes of the messages that have not been sent before their writer signs out. */
export class LeaveDialog extends HiloElement {
  static override properties = {
    open: { state: true },
    busy: { state: true },
    tried: { state: true },
  };
  declare open: boolean;
  declare busy: boolean;
  /** Whether they were tried again, in vain. */
  declare tried: boolean;

  constructor() {
    super();
    this.open = true;
    this.busy = false;
    this.tried = false;
  }

  protected override render(): TemplateResult {
    return html`<hilo-dialog label=${t.title} .open=${this.open} @close=${() => this.remove()}>
      <p><strong>${t.unsent(unsent())}</strong></p>
      <p>${t.unsentWhy}</p>
      ${this.tried ? html`<p class="still" role="alert">${t.still}</p>` : nothing}
      <div class="actions">
        <button type="button" class="button" ?disabled=${this.busy} @click=${() => this.#leave()}>
          ${t.discard}
        </button>
        <button
          type="button"
          class="button primary"
          autofocus
          aria-disabled=${this.busy}
          @click=${() => void this.#send()}
        >
          ${this.busy ? t.sending : t.sendFirst}
        </button>
      </div>
    </hilo-dialog>`;
  }

  async #send(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const sent = await sendUnsent();
    this.busy = false;
    this.tried = !sent;
    if (sent) this.#leave();
  }

  #leave(): void {
    this.remove();
    void signOut();
  }

  static override styles = [
    HiloElement.styles,
    dialogActions,
    css`
      p {
        margin-bottom: 8px;
      }
      .still {
        color: var(--bad-text);
      }
    `,
  ];
}

define("hilo-leave", LeaveDialog);
