import { css, html, nothing, type TemplateResult } from "lit";
import { t } from "../../../../text/desk.ts";
import { w } from "../../../../text/words.ts";
import { define, HiloElement } from "../../../../ui/element.ts";
import "../../../../ui/dialog.ts";

const minute = 60_000;

/** Asks until when to put a conversation off. Tells `picked` with the time in milliseconds, and `close`. */
export class SnoozeDialog extends HiloElement {
  static override properties = { open: { type: Boolean }, past: { state: true } };
  declare open: boolean;
  declare past: boolean;

  constructor() {
    super();
    this.open = false;
    this.past = false;
  }

  protected override render(): TemplateResult {
    return html`<hilo-dialog .label=${t.snoozeUntil} .open=${this.open}>
      <form @submit=${this.#submit}>
        <input
          class="field"
          type="datetime-local"
          autofocus
          required
          aria-label=${t.snoozeUntil}
          aria-invalid=${this.past}
          .min=${local(Date.now())}
          .defaultValue=${local(Date.now() + 24 * 60 * minute)}
        />
        ${this.past ? html`<p role="alert">${t.pastTime}</p>` : nothing}
        <div class="actions">
          <button type="button" class="button" @click=${() => this.tell("close")}>${w.cancel}</button>
          <button type="submit" class="button primary">${t.snooze}</button>
        </div>
      </form>
    </hilo-dialog>`;
  }

  #submit(event: Event): void {
    event.preventDefault();
    const at = new Date(this.renderRoot.querySelector("input")?.value ?? "").getTime();
    this.past = !(at > Date.now());
    if (!this.past) this.tell("picked", at);
  }

  static override styles = [
    HiloElement.styles,
    css`
      form {
        display: grid;
        gap: 12px;
      }
      p {
        color: var(--bad-text);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 8px;
      }
    `,
  ];
}

/** A moment as the field wants it, in local time. */
function local(at: number): string {
  const offset = new Date(at).getTimezoneOffset() * minute;
  return new Date(at - offset).toISOString().slice(0, 16);
}

define("hilo-dialog-snooze", SnoozeDialog);
