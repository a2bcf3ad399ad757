import type { Capabilities } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../text/composer.ts";
import { number } from "../../../text/formats.ts";
import { icon } from "../../../ui/icon.ts";
import { lengthOf } from "./writing/as-messages.ts";
import { segmentsOf } from "./writing/segments.ts";

/** Of a longest text like this, nobody asks how much is used before half of it is. */
const ample = 10_000;

/** How much of the longest text is used, and for SMS how many parts it takes. */
export function counter(text: string, capabilities: Capabilities): TemplateResult | typeof nothing {
  const { textLength, textInBytes = false } = capabilities;
  const length = lengthOf(text, capabilities);
  if (length === 0 || (textLength > ample && length < textLength / 2)) return nothing;
  const over = length - textLength;
  const used = t.count(number(length), String(textLength), textInBytes);
  return html`<span class="counter ${over > 0 ? "over" : ""}">
    ${over > 0 ? t.tooLong(over, textInBytes) : used}${capabilities.segments ? parts(text) : nothing}
  </span>`;
}

function parts(text: string): TemplateResult {
  const { parts, left, encoding } = segmentsOf(text);
  return html` · <span title=${t.partsWhy(parts, left, encoding === "gsm7")}>${t.parts(parts)}</span>`;
}

/** The one way to send. */
export function sendButton(
  note: boolean,
  ready: boolean,
  send: () => void,
  hint: string | typeof nothing = nothing,
): TemplateResult {
  return html`<button type="button" class="button primary send" title=${hint} ?disabled=${!ready} @click=${send}>
    <span>${note ? t.addNote : t.send}</span>${icon("enter", 16)}
  </button>`;
}

/** Sends an answer, and resolves with it. */
export function resolveButton(ready: boolean, resolve: () => void): TemplateResult {
  return html`<button
    type="button"
    class="icon-button send"
    aria-label=${t.sendAndResolve}
    title=${t.sendAndResolve}
    ?disabled=${!ready}
    @click=${resolve}
  >
    ${icon("checkCheck", 20)}
  </button>`;
}
