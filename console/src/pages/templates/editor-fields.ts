import type { DraftFault, Platform } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { t as e } from "../../text/template-editor.ts";
import { t } from "../../text/templates.ts";
import { w } from "../../text/words.ts";
import { icon } from "../../ui/icon.ts";
import { line } from "./editor-parts.ts";
import type { Form } from "./form.ts";
import { faultWords } from "./words.ts";

/** Where a quick reply may be used; none chosen means everywhere. */
export function platformChips(
  { platforms }: Form,
  all: readonly Platform[],
  write: (platforms: Platform[]) => void,
): TemplateResult {
  return html`<fieldset>
    <legend>${platforms.length === 0 ? `${t.platform}: ${t.everywhere}` : t.platform}</legend>
    <div class="chips">
      ${all.map((one) => {
        const on = platforms.includes(one);
        const next = on ? platforms.filter((other) => other !== one) : [...platforms, one];
        return html`<button type="button" class="chip" aria-pressed=${on} @click=${() => write(next)}>
          ${w[one]}
        </button>`;
      })}
    </div>
  </fieldset>`;
}

type Examples = {
  form: Form;
  names: readonly string[];
  /** What the preview says of those that are known. */
  samples: Record<string, string>;
  platform: string;
  write(examples: Record<string, string>): void;
};

/** Values for the preview: of approved ones the provider wants all, of quick replies only what nobody knows. */
export function exampleFields({
  form: { approved, examples },
  names,
  samples,
  platform,
  write,
}: Examples): TemplateResult | typeof nothing {
  const asked = names.filter((name) => approved || !(name in samples));
  if (asked.length === 0) return nothing;
  return html`<fieldset>
    <legend>${e.examples}</legend>
    ${approved ? html`<small>${e.examplesHint(platform)}</small>` : nothing}
    ${asked.map((name) =>
      line({
        label: e.exampleOf(/^\d+$/.test(name) ? t.variable(Number(name)) : name),
        name: `example-${name}`,
        value: examples[name] ?? "",
        most: 200,
        write: (value) => write({ [name]: value }),
      }),
    )}
  </fieldset>`;
}

/** What the provider would reject, each said once. */
export function faultList(faults: readonly DraftFault[]): TemplateResult | typeof nothing {
  const words = [...new Set(faults.map(faultWords))];
  return words.length === 0
    ? nothing
    : html`<ul class="faults">
        ${words.map((one) => html`<li>${icon("alert", 14)}<span>${one}</span></li>`)}
      </ul>`;
}
