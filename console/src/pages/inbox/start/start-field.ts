import { html, type TemplateResult } from "lit";

export type Field = "to" | "name" | "subject" | "text";

/** A labelled field of the dialog, with what is wrong with it below. */
export function startField(
  field: Field,
  label: string,
  control: TemplateResult,
  trouble: string | null,
): TemplateResult {
  return html`<div>
    <label for=${field}><span>${label}</span></label>
    ${control}
    <p class="trouble" id="${field}-trouble" role="alert" ?hidden=${trouble === null}>${trouble}</p>
  </div>`;
}
