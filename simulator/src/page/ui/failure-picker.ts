import { html, nothing, type TemplateResult } from "lit";
import type { FailureCode } from "../../providers/provider.ts";
import type { FullBehaviour } from "../../wire/behaviour.ts";
import { meaningOf, texts } from "../text/texts.ts";
import { choice } from "./switches.ts";

type Failure = FullBehaviour["failure"];
type At = NonNullable<Failure>["at"];

/** Which of the provider's codes a message fails by, with what it means, and when it does. */
export function failurePicker(
  codes: FailureCode[],
  failure: Failure,
  set: (failure: Failure) => void,
): TemplateResult {
  const pick = ({ target }: Event) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const code = codes.find((one) => String(one.code) === target.value);
    set(code ? { code: code.code, at: code.at[0] ?? "callback" } : null);
  };
  return html`<fieldset>
    <legend>${texts.failure}</legend>
    <select class="field" aria-label=${texts.failure} @change=${pick}>
      <option value="" .selected=${failure === null}>${texts.noFailure}</option>
      ${codes.map(
        ({ code, message }) => html`<option value=${code} .selected=${failure?.code === code}>
          ${code} · ${meaningOf(code, message)}
        </option>`,
      )}
    </select>
    ${failure ? moment(codes, failure, set) : nothing}
  </fieldset>`;
}

function moment(
  codes: FailureCode[],
  failure: NonNullable<Failure>,
  set: (failure: Failure) => void,
) {
  const possible: At[] = codes.find((one) => one.code === failure.code)?.at ?? [failure.at];
  return choice(texts.failure, texts.failureAt, failure.at, possible, (at) =>
    set({ ...failure, at }),
  );
}
