import type { LostReason } from "@hilo/schema";
import { css, html, type PropertyDeclarations, type TemplateResult } from "lit";
import { t } from "../text/leads.ts";
import { w } from "../text/words.ts";
import "./dialog.ts";
import { dialogActions } from "./dialog-actions.ts";
import { define, HiloElement } from "./element.ts";

type Reasons = readonly LostReason[] | "loading" | "failed";

/** Asks why a lead was lost. Tells `decide` with the id of a reason, or null where nobody says. */
export class LostReasonDialog extends HiloElement {
  static override properties: PropertyDeclarations = {
    load: { attribute: false },
    reasons: { state: true },
    chosen: { state: true },
  };
  declare load: () => Promise<readonly LostReason[]>;
  declare reasons: Reasons;
  declare chosen: string;

  constructor() {
    super();
    this.reasons = "loading";
    this.chosen = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render(): TemplateResult {
    return html`<hilo-dialog label=${t.why} open @close=${() => this.#decide(null)}>
      <form @submit=${this.#submit}>
        ${this.#choices()}
        <div class="actions">
          <button type="button" class="button" @click=${() => this.#decide(null)}>${w.cancel}</button>
          <button class="button primary" ?disabled=${this.chosen === ""}>${t.lose}</button>
        </div>
      </form>
    </hilo-dialog>`;
  }

  #choices(): TemplateResult {
    const { reasons } = this;
    if (reasons === "loading") return html`<div class="blank" aria-hidden="true"></div>`;
    if (reasons === "failed")
      return html`<p role="alert">${t.reasonsFailed}
        <button type="button" class="button" @click=${this.#load}>${w.retry}</button></p>`;
    return html`<div role="radiogroup" aria-label=${t.why}>
      ${reasons.map(
        ({ id, name }, i) => html`<label>
          <input
            type="radio"
            name="reason"
            value=${id}
            ?autofocus=${i === 0}
            .checked=${this.chosen === id}
            @change=${() => {
              this.chosen = id;
            }}
          /><span dir="auto">${name}</span>
        </label>`,
      )}
    </div>`;
  }

  #load = async (): Promise<void> => {
    this.reasons = "loading";
    this.reasons = await this.load().catch(() => "failed" as const);
  };

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.chosen !== "") this.#decide(this.chosen);
  }

  #decide(reason: string | null): void {
    this.tell("decide", reason);
    this.remove();
  }

  static override styles = [
    HiloElement.styles,
    dialogActions,
    css`
      label {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: max(36px, var(--target));
        padding: 4px 8px;
        border-radius: var(--radius-button);
        cursor: pointer;
      }
      label:hover {
        background: var(--sunken);
      }
      input {
        width: 18px;
        height: 18px;
        accent-color: var(--accent);
      }
      .blank {
        height: 180px;
        border-radius: var(--radius-button);
        background: var(--sunken);
      }
    `,
  ];
}

/** Asks why a lead was lost, of the reasons that `load` gives; null where nobody says. */
export function askReason(load: LostReasonDialog["load"]): Promise<string | null> {
  const dialog = Object.assign(document.createElement("hilo-lost-reason"), {
    load,
  }) as LostReasonDialog;
  document.body.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener(
      "decide",
      (event) => resolve((event as CustomEvent<string | null>).detail),
      { once: true },
    );
  });
}

define("hilo-lost-reason", LostReasonDialog);
