import type { ListedLetter, Replayed } from "@hilo/schema";
import { html, type TemplateResult } from "lit";
import { saidOf, t, whyOf } from "../../text/dead-letters.ts";
import { exactTime, number, relativeTime } from "../../text/formats.ts";
import { w } from "../../text/words.ts";
import { clock } from "../../ui/clock.ts";
import { icon } from "../../ui/icon.ts";
import { providerSaid } from "../../ui/provider-said.ts";

/** What became of a letter that was taken in again, or "busy" until that is known. */
export type Told = Replayed | "busy";

export type LetterRow = {
  letter: ListedLetter;
  told: Told | undefined;
  /** Whether we ask if it shall really be deleted. */
  asking: boolean;
  open(): void;
  replay(): void;
  ask(asking: boolean): void;
  remove(): void;
};

/** One dead letter: why it is here, what can be done with it, and what came of that. */
export function letterRow(row: LetterRow): TemplateResult {
  const { reason, receivedAt, times } = row.letter;
  return html`<li>
    <div class="letter">
      <b>${whyOf(reason)}</b>${times > 1 ? html` · ${t.times(number(times))}` : ""}
      ${providerSaid(saidOf(reason))}
      <div role="status">${outcome(row.told)}</div>
    </div>
    <time title=${exactTime(receivedAt)}>${relativeTime(receivedAt, clock.value)}</time>
    ${isGone(row.told) ? "" : row.asking ? question(row) : acts(row)}
  </li>`;
}

/** Whether it was of use, or of none to anybody, and is no dead letter any more. */
export function isGone(told: Told | undefined): boolean {
  return told !== undefined && told !== "busy" && told.outcome !== "unreadable";
}

function outcome(told: Told | undefined): TemplateResult | string {
  if (told === undefined) return "";
  if (told === "busy") return html`<p class="told">${t.replaying}</p>`;
  const gone = isGone(told);
  const why = told.reason ? whyOf(told.reason) : "";
  return html`<p class="told ${gone ? "good" : "bad"}">
    ${icon(gone ? "check" : "alert", 15)}<span>${t[told.outcome]}${gone || !why ? "" : ` ${why}.`}</span>
  </p>`;
}

function acts({ told, open, replay, ask }: LetterRow): TemplateResult {
  const busy = told === "busy";
  return html`<span class="acts">
    <button class="button" @click=${open}>${t.open}</button>
    <button class="button" aria-disabled=${busy} @click=${() => !busy && replay()}>${t.replay}</button>
    <button class="icon-button" aria-label=${t.delete} title=${t.delete} @click=${() => ask(true)}>
      ${icon("trash", 18)}
    </button>
  </span>`;
}

function question({ ask, remove }: LetterRow): TemplateResult {
  return html`<span class="acts">
    <span class="sure" role="alert">${t.deleteSure}</span>
    <button class="button" @click=${() => ask(false)}>${w.cancel}</button>
    <button class="button danger" @click=${remove}>${t.deleteForEver}</button>
  </span>`;
}
