import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../../text/composer.ts";
import type { FieldEars, FieldHost } from "./field-host.ts";
import { mailParts } from "./mail-lazy.ts";
import type { Writing } from "./writing.ts";

/** Where a text is written, plain or formatted. */
export type Field = HTMLElement & {
  readonly value: string;
  readonly selectionStart: number;
  readonly selectionEnd: number;
  setSelectionRange(from: number, to: number): void;
  /** Makes its text another one, where that is not done by drawing it anew. */
  rewrite?(text: string, caret: number): void;
};

/** What fields are called. */
export const fieldNames = "textarea, hilo-mail-editor";

/** The field: for formatted text in an e-mail, for plain text otherwise. */
export function textField(host: FieldHost, writing: Writing, ears: FieldEars): TemplateResult {
  const mail = mailParts(host, host.channel, writing.mode);
  return mail ? mail.mailField(host, writing, ears) : plainField(writing, ears);
}

function plainField({ mode, text }: Writing, ears: FieldEars): TemplateResult {
  const label = mode === "note" ? t.notePlaceholder : t.replyPlaceholder;
  return html`<textarea
    rows="1"
    dir="auto"
    aria-label=${label}
    placeholder=${label}
    aria-autocomplete=${mode === "note" ? "list" : nothing}
    aria-activedescendant=${ears.active() ?? nothing}
    .value=${text}
    @input=${(event: InputEvent) => ears.typed((event.target as HTMLTextAreaElement).value)}
    @keydown=${ears.key}
    @paste=${ears.pasted}
    @blur=${ears.blurred}
  ></textarea>`;
}
