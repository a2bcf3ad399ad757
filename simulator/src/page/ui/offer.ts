import { html, nothing, type TemplateResult } from "lit";
import type { Choice, Entry } from "../../phones/thread.ts";
import { icon } from "./icon.ts";

/** What was pressed: a button, or a row of a list. */
export type Press = { kind: "button" | "list"; choice: Choice };

/** The buttons or the list under a message, to press. */
export function offer({ offer: given }: Entry, press: (pressed: Press) => void) {
  if (!given) return nothing;
  const { buttons = [], list } = given;
  return html`<div class="offer">
    ${buttons.map((one) =>
      one.url
        ? html`<a href=${one.url} target="_blank" rel="noopener">${icon("external", 14)}${one.title}</a>`
        : html`<button @click=${() => press({ kind: "button", choice: choiceOf(one) })}>${one.title}</button>`,
    )}
    ${
      list
        ? html`<details>
          <summary>${icon("list", 14)}${list.button}</summary>
          ${list.rows.map((row) => rowOf(row, press))}
        </details>`
        : nothing
    }
  </div>`;
}

function rowOf(row: Choice, press: (pressed: Press) => void): TemplateResult {
  return html`<button @click=${() => press({ kind: "list", choice: choiceOf(row) })}>
    <span>${row.title}${row.description ? html`<small>${row.description}</small>` : nothing}</span>
  </button>`;
}

function choiceOf({ id, title, description }: Choice): Choice {
  return { id, title, ...(description && { description }) };
}

/** What stands above and below an offer. */
export function framed({ offer: given }: Entry, text: TemplateResult | typeof nothing) {
  return html`
    ${given?.header ? html`<p class="head">${given.header}</p>` : nothing}
    ${text}
    ${given?.footer ? html`<p class="small">${given.footer}</p>` : nothing}
  `;
}
