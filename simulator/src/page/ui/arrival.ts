import { html, nothing, type TemplateResult } from "lit";
import { store } from "../data/store.ts";
import { texts } from "../text/texts.ts";
import { choice, number, tick } from "./switches.ts";

const hour = 60 * 60 * 1000;

/** How long ago it was written: within the reply window, after it, after the days that are left for a person. */
const agos = { now: 0, day: 25 * hour, week: 8 * 24 * hour };
type Ago = keyof typeof agos;
const allAgos: Ago[] = ["now", "day", "week"];

/** How the customer's next message reaches the house: late, twice, old where the platform has a reply window. */
export function arrivalSwitches({ window }: { window?: boolean | undefined }): TemplateResult {
  const { delayMs, copies, together } = store.arrival;
  const { arrival: words } = texts;
  return html`<fieldset class="arrival">
    <legend>${words.title}</legend>
    ${number(words.late, texts.milliseconds, delayMs, (ms) => store.arrive({ delayMs: ms }))}
    <p class="hint">${words.overtaken}</p>
    ${tick(words.doubled, copies > 1, (on) => store.arrive({ copies: on ? 2 : 1, together: false }))}
    ${copies > 1 ? tick(words.together, together, (on) => store.arrive({ together: on })) : nothing}
    ${window ? written() : nothing}
  </fieldset>`;
}

function written(): TemplateResult {
  const { arrival: words } = texts;
  const chosen = allAgos.find((one) => agos[one] === store.arrival.agoMs) ?? "now";
  const pick = (one: Ago) => store.arrive({ agoMs: agos[one] });
  return html`<p class="hint">${words.written}</p>
    ${choice(words.written, words.writtenOptions, chosen, allAgos, pick)}`;
}
