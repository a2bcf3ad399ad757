import type { ChangedField } from "@hilo/schema";
import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { t } from "../text/changed.ts";
import { exactTime, list, relativeTime } from "../text/formats.ts";
import "./dialog.ts";
import { dialogActions } from "./dialog-actions.ts";
import { define, HiloElement } from "./element.ts";
import { type Fields, valueAt } from "./field-path.ts";

/** Whose change stays where two people have changed the same; null where nobody decides. */
export type Whose = "theirs" | "mine" | null;

/** Shows what somebody else has changed meanwhile, beside what one wants oneself, and asks which stays. */
export class WhoseDialog extends HiloElement {
  static override properties: PropertyDeclarations = {
    changed: { attribute: false },
    wanted: { attribute: false },
    nameOf: { attribute: false },
  };
  declare changed: readonly ChangedField[];
  declare wanted: Fields;
  /** What a field is called, by its path. */
  declare nameOf: (field: string) => string;

  protected override render(): TemplateResult {
    return html`<hilo-dialog label=${t.title} open @close=${() => this.#decide(null)}>
      <p>${t.why}</p>
      <ul>
        ${this.changed.map((one) => this.#field(one))}
      </ul>
      <div class="actions">
        <button type="button" class="button" autofocus @click=${() => this.#decide("theirs")}>
          ${t.theirs}
        </button>
        <button type="button" class="button primary" @click=${() => this.#decide("mine")}>
          ${t.mine}
        </button>
      </div>
    </hilo-dialog>`;
  }

  #field({ field, value, by, at }: ChangedField): TemplateResult {
    const wanted = valueAt(this.wanted, field);
    return html`<li>
      <strong>${t.changed(by?.name || t.somebody, this.nameOf(field))}</strong>
      ${at === null ? nothing : html`<time title=${exactTime(at)}>${relativeTime(at, Date.now())}</time>`}
      ${isTold(value) && isTold(wanted) ? compared(value, wanted) : nothing}
    </li>`;
  }

  #decide(whose: Whose): void {
    this.tell("decide", whose);
    this.remove();
  }

  static override styles = [
    HiloElement.styles,
    dialogActions,
    css`
      ul {
        display: grid;
        gap: 12px;
        margin: 12px 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: 10px 12px;
        border: 1px solid var(--line);
        border-radius: 10px;
        overflow-wrap: anywhere;
      }
      time,
      dt {
        color: var(--text-2);
        font: var(--small);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: baseline;
        gap: 2px 10px;
        margin: 6px 0 0;
      }
      dd {
        margin: 0;
        max-height: 6lh;
        overflow: auto;
        white-space: pre-wrap;
      }
    `,
  ];
}

/** What a person can read as it stands. */
function isTold(value: unknown): boolean {
  return value === null || value === undefined || typeof value === "string" || isTexts(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function compared(now: unknown, yours: unknown): TemplateResult {
  return html`<dl>
    <dt>${t.now}</dt>
    <dd>${words(now)}</dd>
    <dt>${t.yours}</dt>
    <dd>${words(yours)}</dd>
  </dl>`;
}

function words(value: unknown): string {
  return (isTexts(value) ? list(value) : String(value ?? "")) || t.empty;
}

define("hilo-whose", WhoseDialog);
