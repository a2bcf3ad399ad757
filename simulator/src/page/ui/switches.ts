import { html, type TemplateResult } from "lit";

/** One of a few, as a row of radio buttons that look like one control. */
export function choice<T extends string>(
  label: string,
  words: Record<T, string>,
  chosen: T,
  options: T[],
  pick: (option: T) => void,
): TemplateResult {
  const columns = options.length === 4 ? 2 : options.length;
  return html`<div
    class="choice"
    style="--columns: ${columns}"
    role="radiogroup"
    aria-label=${label}
  >
    ${options.map(
      (option) => html`<label>
        <input
          type="radio"
          name=${label}
          .checked=${option === chosen}
          @change=${() => pick(option)}
        />
        <span>${words[option]}</span>
      </label>`,
    )}
  </div>`;
}

/** Yes or no. */
export function tick(label: string, on: boolean, set: (on: boolean) => void): TemplateResult {
  return html`<label class="tick">
    <input
      type="checkbox"
      .checked=${on}
      @change=${({ target }: Event) => {
        if (target instanceof HTMLInputElement) set(target.checked);
      }}
    />
    ${label}
  </label>`;
}

/** A number from 0 up, with its unit. */
export function number(
  label: string,
  unit: string,
  value: number,
  set: (value: number) => void,
): TemplateResult {
  return html`<label class="number">
    <span>${label}</span>
    <input
      class="field"
      type="number"
      min="0"
      max="600000"
      step="500"
      .value=${String(value)}
      @change=${({ target }: Event) => {
        if (target instanceof HTMLInputElement && target.checkValidity())
          set(target.valueAsNumber || 0);
      }}
    />
    <span>${unit}</span>
  </label>`;
}
