import { html, nothing, type TemplateResult } from "lit";
import { store } from "../data/store.ts";
import { texts } from "../text/texts.ts";
import { number, tick } from "./switches.ts";

/** How the next message of the customer reaches the house: late, twice, overtaken by the one after it. */
export function arrivalSwitches(): TemplateResult {
  const { delayMs, copies, together } = store.arrival;
  const { arrival: words } = texts;
  return html`<fieldset class="arrival">
    <legend>${words.title}</legend>
    ${number(words.late, texts.milliseconds, delayMs, (ms) => store.arrive({ delayMs: ms }))}
    <p class="hint">${words.overtaken}</p>
    ${tick(words.doubled, copies > 1, (on) => store.arrive({ copies: on ? 2 : 1, together: false }))}
    ${copies > 1 ? tick(words.together, together, (on) => store.arrive({ together: on })) : nothing}
  </fieldset>`;
}
