import { platformIcons, platformPaint } from "@hilo/bricks/platform";
import type { ListedConversation } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import type { conversationsWith } from "../../../data/contacts.ts";
import { t } from "../../../text/context.ts";
import { exactTime, relativeTime } from "../../../text/formats.ts";
import { w } from "../../../text/words.ts";
import { icon } from "../../../ui/icon.ts";
import { previewOf } from "../message/preview.ts";

type Conversations = ReturnType<typeof conversationsWith>;

/** The conversations of one person, on every channel, newest first. */
export function history(theirs: Conversations, openId: string, now: number): TemplateResult {
  const { items, state } = theirs.value;
  if (state === "failed") {
    return html`<p class="none">
      ${t.historyFailed} <button class="link" @click=${theirs.retry}>${w.retry}</button>
    </p>`;
  }
  return html`<ul class="history">
      ${items.map((one) => html`<li>${line(one, one.id === openId, now)}</li>`)}
    </ul>
    ${further(theirs)}`;
}

function further({ value, more }: Conversations): TemplateResult | typeof nothing {
  if (value.loadingMore) return html`<p class="none" role="status">${t.historyLoading}</p>`;
  if (!value.more) return nothing;
  return html`<button class="link" @click=${more}>${t.historyMore}</button>`;
}

function line(one: ListedConversation, open: boolean, now: number): TemplateResult {
  const inside = html`
    <i ${platformPaint(one.platform)}>${icon(platformIcons[one.platform], 12)}</i>
    <b class="unseen">${w[one.platform]}</b>
    <span dir="auto">${open ? t.thisOne : told(one)}</span>
    <time title=${exactTime(one.lastMessageAt)}>${relativeTime(one.lastMessageAt, now)}</time>
  `;
  return open
    ? html`<div class="one" aria-current="true">${inside}</div>`
    : html`<a class="one" href=${`/inbox/${one.id}`}>${inside}</a>`;
}

function told({ preview, platform }: ListedConversation): string {
  const { prefix, text } = previewOf(preview);
  return text === "" ? w[platform] : prefix + text;
}
