import type { ListedConversation } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../text/context.ts";
import { exactTime, relativeTime } from "../../../text/formats.ts";
import { w } from "../../../text/words.ts";
import { icon } from "../../../ui/icon.ts";
import { platformIcons, platformPaint } from "../../../ui/platform.ts";
import { previewOf } from "../list/preview.ts";

/** The conversations of one person, on every channel, newest first. */
export function history(
  all: readonly ListedConversation[] | "loading" | "failed",
  openId: string,
  now: number,
): TemplateResult | typeof nothing {
  if (all === "loading") return nothing;
  if (all === "failed") return html`<p class="none">${t.failed}</p>`;
  return html`<ul class="history">
    ${all.map((one) => html`<li>${line(one, one.id === openId, now)}</li>`)}
  </ul>`;
}

function line(one: ListedConversation, open: boolean, now: number): TemplateResult {
  const inside = html`
    <i ${platformPaint(one.platform)}>${icon(platformIcons[one.platform], 12)}</i>
    <b class="unseen">${w[one.platform]}</b>
    <span>${open ? t.thisOne : told(one)}</span>
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
