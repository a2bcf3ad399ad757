import { html, nothing, type TemplateResult } from "lit";
import type { Behaviour, FullBehaviour } from "../../wire/behaviour.ts";
import type { Scope } from "../data/behave.ts";
import { texts } from "../text/texts.ts";
import { number, tick } from "./switches.ts";

/** How what a visitor of the web chat sends reaches the house, and what does not apply to it. */
export function visitSwitches(
  scope: Scope,
  { late, doubled, network }: FullBehaviour,
  set: (change: Behaviour) => void,
): TemplateResult {
  const { visit: words } = texts;
  return html`<fieldset>
    <legend>${words.title}</legend>
    ${number(words.late, texts.milliseconds, late, (ms) => set({ late: ms }))}
    ${tick(words.doubled, doubled, (on) => set({ doubled: on }))}
    ${
      scope === "next"
        ? nothing
        : tick(words.offline, network === "down", (off) => set({ network: off ? "down" : "up" }))
    }
    <p class="hint">${words.noProvider}</p>
  </fieldset>`;
}
