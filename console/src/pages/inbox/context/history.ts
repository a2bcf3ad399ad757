import type { ListedConversation } from "@hilo/schema";
import { html, type TemplateResult } from "lit";
import { t } from "../../../text/context.ts";
import { exactTime, relativeTime } from "../../../text/formats.ts";
import { w } from "../../../text/words.ts";
import { icon } from "../../../ui/icon.ts";
import { platformIcons, platformPaint } from "../../../ui/platform.ts";

/** The conversations of one person, on every channel, newest first. */
export function history(
  all: readonly ListedConversation[],
  openId: string,
  now: number,
): TemplateResult {
  return html`<ul class="history">
    ${all.map((one) => html`<li>${line(one, one.id === openId, now)}</li>`)}
  </ul>`;
}

function line(one: ListedConversation, open: boolean, now: number): TemplateResult {
  const inside = html`
    <i ${platformPaint(one.platform)}>${icon(platformIcons[one.platform], 12)}</i>
    <span>${open ? t.thisOne : one.preview.text || w[one.platform]}</span>
    <time title=${exactTime(one.lastMessageAt)}>${relativeTime(one.lastMessageAt, now)}</time>
  `;
  return open
    ? html`<div class="one" aria-current="true">${inside}</div>`
    : html`<a class="one" href=${`/inbox/${one.id}`} aria-label=${`${w[one.platform]}: ${one.preview.text}`}>${inside}</a>`;
}
