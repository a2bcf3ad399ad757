import { html, nothing, type TemplateResult } from "lit";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { t } from "../../../text/composer.ts";
import { calledBy } from "../../../text/who.ts";
import { icon } from "../../../ui/icon.ts";
import { oneLine } from "../message/one-line.ts";

/** Says that a colleague is answering, with the way to take over. */
export function claimWarning(name: string, asked: boolean, takeOver: () => void): TemplateResult {
  return html`<div class="claim ${asked ? "asked" : ""}" role="status">
    ${icon("alert", 16)}
    <div><b>${t.claimed(name)}</b> ${t.claimedHint}</div>
    <button type="button" class="button" @click=${takeOver}>${t.takeOver}</button>
  </div>`;
}

/** The message being quoted, with the way to leave it out. */
export function quoteBar(message: ThreadMessage, stop: () => void): TemplateResult {
  return html`<div class="quoting">
    <hilo-quote .author=${t.replyingTo(calledBy(message.writer ?? message.author.name))} .text=${oneLine(message)}></hilo-quote>
    <button type="button" class="icon-button" aria-label=${t.stopReplying} @click=${stop}>
      ${icon("x", 16)}
    </button>
  </div>`;
}

/** Says that only a person may answer now, until when and why. */
export function lateNotice(platform: string, until: string): TemplateResult {
  return html`<div class="claim late" role="status">
    ${icon("timer", 16)}
    <div><b>${t.late(until)}</b> ${t.lateWhy(platform)}</div>
  </div>`;
}

/** The subject of an e-mail; left empty, the thread keeps its own. */
export function subjectField(
  kept: string,
  value: string,
  write: (subject: string) => void,
): TemplateResult {
  return html`<label class="subject">
    <span>${t.subject}</span>
    <input
      maxlength="250"
      autocomplete="off"
      placeholder=${kept || t.subjectNew}
      .value=${value}
      @input=${(event: InputEvent) => write((event.target as HTMLInputElement).value)}
    />
  </label>`;
}

/** Why a file was not taken. */
export function refusalLine(refusal: string): TemplateResult | typeof nothing {
  if (refusal === "") return nothing;
  return html`<p class="refusal" role="alert">${icon("alert", 16)}<span>${refusal}</span></p>`;
}
