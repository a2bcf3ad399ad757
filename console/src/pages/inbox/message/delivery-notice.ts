import { html, nothing, type TemplateResult } from "lit";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { icon } from "../../../ui/icon.ts";
import { deliveryWords } from "./delivery-words.ts";

type Tell = (type: string, detail?: unknown) => void;

/** Why a message did not arrive, or that nobody knows, and what can be done about it. */
export function deliveryNotice(
  message: ThreadMessage,
  tell: Tell,
): TemplateResult | typeof nothing {
  const words = deliveryWords(message);
  if (!words) return nothing;
  const { tone, text, ways } = words;
  const act = {
    retry: () => tell("retry", message),
    discard: () => tell("discard", message.id),
  };
  return html`<div class="notice ${tone}">
    ${tone === "quiet" ? nothing : icon("alert", 14)}
    <span>${text}${ways.map((way) => html` ${button(way.text, act[way.does])}`)}</span>
  </div>`;
}

function button(text: string, run: () => void): TemplateResult {
  return html`<button type="button" class="again" @click=${run}>${text}</button>`;
}
