import type { ChannelField } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../text/channels.ts";
import { language } from "../../text/language.ts";
import { icon } from "../../ui/icon.ts";

type AnyField = Omit<ChannelField, "in"> & { in: ChannelField["in"] | "name" };

/** How a field stands in its form, and what can be done with it. */
export type FieldState = {
  path: string;
  value: string;
  fault: string;
  stored: boolean;
  opened: boolean;
  shown: boolean;
  removed: boolean;
  open(): void;
  keep(): void;
  remove(): void;
  invent(): void;
  toggle(): void;
};

/** A field with its label, where to find it, and what is wrong with it. */
export function entryField(field: AnyField, state: FieldState): TemplateResult {
  const { path, stored, opened, removed, fault } = state;
  const hidden = stored && !opened;
  const label = field.label[language()];
  const help = field.help?.[language()];
  return html`<div class="entry">
    ${
      hidden
        ? html`<span class="label">${label}${mark(field)}</span>`
        : html`<label for=${path}>${label}${mark(field)}</label>`
    }
    ${hidden ? storedSecret(field, label, state) : html`<div class="beside">${input(field, state)}</div>`}
    ${fault ? html`<p class="fault" id="${path}-fault">${fault}</p>` : ""}
    ${help && !removed ? html`<p class="help" id="${path}-help">${help}</p>` : ""}
  </div>`;
}

function mark({ required }: AnyField): TemplateResult | string {
  return required ? html`<span aria-hidden="true"> *</span>` : "";
}

function storedSecret(field: AnyField, label: string, state: FieldState): TemplateResult {
  const { removed, keep, open, remove } = state;
  const button = (text: string, act: () => void) =>
    html`<button type="button" class="button plain small" aria-label="${text}: ${label}" @click=${act}>
      ${text}
    </button>`;
  if (removed)
    return html`<div class="stored">${icon("trash", 16)}<span>${t.taken}</span>${button(t.keep, keep)}</div>`;
  return html`<div class="stored">
    ${icon("lock", 16)}<span>${t.stored}</span>
    ${button(t.replace, open)}${field.required ? "" : button(t.takeAway, remove)}
  </div>`;
}

function input(field: AnyField, state: FieldState): TemplateResult {
  if (field.choices) return choice(field, state);
  const secret = field.in === "credentials";
  const box = field.multiline ? lines(state, field) : line(state, field, secret);
  return html`${box} ${secret ? tools(field, state) : ""}`;
}

function described({ path, fault }: FieldState, { help }: AnyField): string | typeof nothing {
  const ids = [fault ? `${path}-fault` : "", help ? `${path}-help` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : nothing;
}

function line(state: FieldState, field: AnyField, secret: boolean): TemplateResult {
  const { path, value, fault, shown } = state;
  return html`<input
    class=${secret ? "field secret" : "field"}
    id=${path}
    name=${path}
    type=${secret && !shown ? "password" : "text"}
    autocomplete=${secret ? "new-password" : "off"}
    autocapitalize="off"
    spellcheck="false"
    maxlength=${field.in === "name" ? 80 : nothing}
    aria-required=${field.required}
    aria-invalid=${fault ? "true" : nothing}
    aria-describedby=${described(state, field)}
    .value=${value}
  />`;
}

function lines(state: FieldState, field: AnyField): TemplateResult {
  const { path, value, fault } = state;
  return html`<textarea
    class="field"
    id=${path}
    name=${path}
    rows="3"
    aria-required=${field.required}
    aria-invalid=${fault ? "true" : nothing}
    aria-describedby=${described(state, field)}
    .value=${value}
  ></textarea>`;
}

function choice(field: AnyField, state: FieldState): TemplateResult {
  const { path, value, fault } = state;
  const given = field.choices ?? [];
  const choices = field.required || given.includes("") || field.preset ? given : ["", ...given];
  return html`<select
    class="field"
    id=${path}
    name=${path}
    aria-required=${field.required}
    aria-invalid=${fault ? "true" : nothing}
    aria-describedby=${described(state, field)}
  >
    ${choices.map(
      (one) => html`<option value=${one} ?selected=${one === (value || field.preset || "")}>
        ${choiceWords(field, one)}
      </option>`,
    )}
  </select>`;
}

/** A choice in the field's own words, or in those that all fields share. */
export function choiceWords(field: Pick<AnyField, "choiceWords">, choice: string): string {
  const shared: Record<string, string> = { "": t.notSet, on: t.yes, off: t.no };
  return field.choiceWords?.[choice]?.[language()] ?? shared[choice] ?? choice;
}

function tools(field: AnyField, { stored, shown, toggle, keep, invent }: FieldState) {
  const name = shown ? t.hide : t.show;
  return html`<button type="button" class="icon-button" aria-label=${name} title=${name} @click=${toggle}>
      ${icon(shown ? "eyeOff" : "eye", 18)}
    </button>
    ${field.invented ? html`<button type="button" class="button small" @click=${invent}>${t.invent}</button>` : ""}
    ${stored ? html`<button type="button" class="button plain small" @click=${keep}>${t.keep}</button>` : ""}`;
}
