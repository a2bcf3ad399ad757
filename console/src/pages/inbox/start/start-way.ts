import { html, type TemplateResult } from "lit";
import { t } from "../../../text/start.ts";

/** Where only an approved template reaches who has not written lately: by one, or by words of one's own. */
export function startWay(
  platform: string,
  free: boolean,
  choose: (free: boolean) => void,
): TemplateResult {
  const way = (value: boolean, words: string) => html`<label class="way">
    <input type="radio" name="way" .checked=${free === value} @change=${() => choose(value)} />
    <span>${words}</span>
  </label>`;
  return html`<fieldset class="ways">
    <legend>${t.way}</legend>
    ${way(false, t.byTemplate)} ${way(true, t.byText)}
    <p class="hint">${free ? t.textNote(platform) : t.templateNote(platform)}</p>
  </fieldset>`;
}
