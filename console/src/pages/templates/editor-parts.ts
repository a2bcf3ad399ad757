import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../text/templates.ts";
import { icon } from "../../ui/icon.ts";
import type { FormButton } from "./form.ts";

type Line = {
  label: string;
  name: string;
  value: string;
  most?: number;
  hint?: string;
  list?: string;
  readonly?: boolean;
  write(value: string): void;
};

/** A line of text with its label. */
export function line({
  label,
  name,
  value,
  most,
  hint,
  list,
  readonly,
  write,
}: Line): TemplateResult {
  return html`<label>
    <span>${label}</span>
    <input
      class="field"
      name=${name}
      autocomplete="off"
      maxlength=${most ?? nothing}
      list=${list ?? nothing}
      ?readonly=${readonly ?? false}
      .value=${value}
      @input=${(event: InputEvent) => write((event.target as HTMLInputElement).value)}
    />
    ${hint ? html`<small>${hint}</small>` : nothing}
  </label>`;
}

type Choice = {
  label: string;
  name: string;
  value: string;
  options: readonly (readonly [value: string, words: string])[];
  disabled?: boolean;
  write(value: string): void;
};

/** A choice among few, with its label. */
export function choice({ label, name, value, options, disabled, write }: Choice): TemplateResult {
  return html`<label>
    <span>${label}</span>
    <select
      class="field"
      name=${name}
      ?disabled=${disabled ?? false}
      .value=${value}
      @change=${(event: Event) => write((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        ([one, words]) => html`<option value=${one} ?selected=${one === value}>${words}</option>`,
      )}
    </select>
  </label>`;
}

type Chips = {
  names: readonly (readonly [name: string, words: string])[];
  insert(name: string): void;
};

/** What can be put into the text with a press. */
export function chips({ names, insert }: Chips): TemplateResult {
  return html`<div class="chips" role="group" aria-label=${t.textHint}>
    <small>${t.textHint}</small>
    ${names.map(
      ([name, words]) => html`<button
        type="button"
        class="chip"
        @mousedown=${(event: Event) => event.preventDefault()}
        @click=${() => insert(name)}
      >
        ${icon("plus", 12)}<span>${words}</span>
      </button>`,
    )}
  </div>`;
}

type Buttons = {
  buttons: readonly FormButton[];
  /** The variable that the address of the button at an index may end in. */
  variable(index: number): string;
  write(buttons: FormButton[]): void;
};

/** The buttons under a template, each with what it does. */
export function buttonFields({ buttons, variable, write }: Buttons): TemplateResult {
  const set = (index: number, change: Partial<FormButton>) =>
    write(buttons.map((one, at) => (at === index ? { ...one, ...change } : one)));
  return html`<fieldset class="buttons">
    <legend>${t.buttons}</legend>
    ${buttons.map((one, index) =>
      buttonField(one, {
        variable: variable(index),
        set: (change) => set(index, change),
        remove: () => write(buttons.filter((_, at) => at !== index)),
      }),
    )}
    ${
      buttons.length < 10
        ? html`<button
            type="button"
            class="button"
            @click=${() => write([...buttons, { type: "reply", title: "", value: "" }])}
          >
            ${icon("plus", 16)}<span>${t.addButton}</span>
          </button>`
        : nothing
    }
  </fieldset>`;
}

type Acts = { variable: string; set(change: Partial<FormButton>): void; remove(): void };

function buttonField(
  { type, title, value }: FormButton,
  { variable, set, remove }: Acts,
): TemplateResult {
  const kinds = { reply: t.buttonReply, url: t.buttonUrl, phone: t.buttonPhone };
  const told = (event: Event) => (event.target as HTMLInputElement).value;
  return html`<div class="button-row">
    <select
      class="field"
      aria-label=${t.buttons}
      .value=${type}
      @change=${(event: Event) => set({ type: told(event) as FormButton["type"] })}
    >
      ${Object.entries(kinds).map(
        ([one, words]) => html`<option value=${one} ?selected=${one === type}>${words}</option>`,
      )}
    </select>
    <input
      class="field"
      maxlength="25"
      placeholder=${t.buttonTitle}
      aria-label=${t.buttonTitle}
      .value=${title}
      @input=${(event: Event) => set({ title: told(event) })}
    />
    <button type="button" class="icon-button" aria-label=${t.removeButton} title=${t.removeButton} @click=${remove}>
      ${icon("x", 16)}
    </button>
    ${
      type === "reply"
        ? nothing
        : html`<input
            class="field wide"
            placeholder=${type === "url" ? t.buttonAddress : t.buttonNumber}
            aria-label=${type === "url" ? t.buttonAddress : t.buttonNumber}
            .value=${value}
            @input=${(event: Event) => set({ value: told(event) })}
          />`
    }
    ${type === "url" ? html`<small class="wide">${t.variableHint(variable)}</small>` : nothing}
  </div>`;
}
