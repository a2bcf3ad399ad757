import { html, nothing, type TemplateResult } from "lit";
import { t as e } from "../../text/template-editor.ts";
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
  return html`<div class="chips" role="group" aria-label=${e.textHint}>
    <small>${e.textHint}</small>
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
  /** How many there may be, and how long each. */
  limits: { most: number; title: number };
  /** The variable that the address of the button at an index may end in. */
  variable(index: number): string;
  write(buttons: FormButton[]): void;
};

/** The buttons under a template, each with what it does. */
export function buttonFields({ buttons, limits, variable, write }: Buttons): TemplateResult {
  const set = (index: number, change: Partial<FormButton>) =>
    write(buttons.map((one, at) => (at === index ? { ...one, ...change } : one)));
  return html`<fieldset class="buttons">
    <legend>${t.buttons}</legend>
    ${buttons.map((one, index) =>
      buttonField(one, {
        variable: variable(index),
        most: limits.title,
        set: (change) => set(index, change),
        remove: () => write(buttons.filter((_, at) => at !== index)),
      }),
    )}
    ${
      buttons.length < limits.most
        ? html`<button
            type="button"
            class="button"
            @click=${() => write([...buttons, { type: "reply", title: "", value: "" }])}
          >
            ${icon("plus", 16)}<span>${e.addButton}</span>
          </button>`
        : nothing
    }
  </fieldset>`;
}

type Acts = {
  variable: string;
  most: number;
  set(change: Partial<FormButton>): void;
  remove(): void;
};

function buttonField(
  { type, title, value }: FormButton,
  { variable, most, set, remove }: Acts,
): TemplateResult {
  const kinds = { reply: e.buttonReply, url: e.buttonUrl, phone: e.buttonPhone };
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
      maxlength=${most}
      placeholder=${e.buttonTitle}
      aria-label=${e.buttonTitle}
      .value=${title}
      @input=${(event: Event) => set({ title: told(event) })}
    />
    <button type="button" class="icon-button" aria-label=${e.removeButton} title=${e.removeButton} @click=${remove}>
      ${icon("x", 16)}
    </button>
    ${
      type === "reply"
        ? nothing
        : html`<input
            class="field wide"
            placeholder=${type === "url" ? e.buttonAddress : e.buttonNumber}
            aria-label=${type === "url" ? e.buttonAddress : e.buttonNumber}
            .value=${value}
            @input=${(event: Event) => set({ value: told(event) })}
          />`
    }
    ${type === "url" ? html`<small class="wide">${e.variableHint(variable)}</small>` : nothing}
  </div>`;
}
