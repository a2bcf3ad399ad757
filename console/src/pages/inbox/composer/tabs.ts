import type { ListedConversation, PublicChannel } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import type { DraftMode } from "../../../data/draft-store.ts";
import { t } from "../../../text/composer.ts";
import "../../../ui/countdown.ts";
import { soonMs } from "./blocked/reply-window.ts";
import type { Writing } from "./writing/writing.ts";

/** What is written, an answer or a note, and how long an answer may be. */
export function tabs(
  writing: Writing,
  write: (mode: DraftMode) => void,
  left: TemplateResult | typeof nothing,
): TemplateResult {
  return html`<div class="head">
    <div class="tabs" role="tablist">
      ${tab(writing, "reply", t.reply, () => write("reply"))}
      ${tab(writing, "note", t.note, () => write("note"))}
    </div>
    ${left}
  </div>`;
}

/** One of the two things to write; a dot says that something waits in the other one. */
function tab(writing: Writing, mode: DraftMode, text: string, choose: () => void): TemplateResult {
  const selected = writing.mode === mode;
  const waits = !selected && writing.waits(mode);
  return html`<button type="button" class="tab" role="tab" aria-selected=${selected} @click=${choose}>
    ${text}${waits ? html`<i title=${t.draft}></i><span class="unseen">${t.draft}</span>` : nothing}
  </button>`;
}

/** How long an answer may still be written, on channels that limit it; `lateUntil` when only a person's may. */
export function countdown(
  { replyUntil }: ListedConversation,
  channel: PublicChannel | undefined,
  lateUntil: number | undefined,
  over: () => void,
): TemplateResult | typeof nothing {
  const limited = typeof channel?.capabilities?.replyWindow === "number";
  const until = lateUntil ?? replyUntil;
  if (!limited || until === null) return nothing;
  return html`<hilo-countdown .until=${until} .warnMs=${soonMs} @over=${over}></hilo-countdown>`;
}
