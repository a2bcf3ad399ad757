import type { ListedConversation } from "@hilo/schema";
import { html, type TemplateResult } from "lit";
import type { Listing } from "../../data/listing.ts";
import { memberName } from "../../data/members.ts";
import { t } from "../../text/dashboard.ts";
import { duration, exactTime, relativeTime } from "../../text/formats.ts";
import { nameOf } from "../../text/who.ts";
import { w } from "../../text/words.ts";
import { avatar } from "../../ui/avatar.ts";

const most = 6;

/** A short list of conversations, each leading to itself. */
export function people(
  listing: Listing,
  empty: string,
  time: (one: ListedConversation) => TemplateResult,
): TemplateResult {
  if (listing.state === "loading") return html`<div class="blanks"><i></i><i></i><i></i></div>`;
  if (listing.state === "failed" && listing.items.length === 0)
    return html`<p class="quiet" role="alert">${t.peopleFailed}</p>`;
  if (listing.items.length === 0) return html`<p class="quiet">${empty}</p>`;
  return html`<ul class="people">
    ${listing.items.slice(0, most).map((one) => person(one, time(one)))}
  </ul>`;
}

/** How long somebody waits, amber past the target. */
export function waited(
  one: ListedConversation,
  now: number,
  target: number | null,
): TemplateResult {
  const ms = now - (one.waitingSince ?? now);
  const late = target !== null && ms > target ? "late" : "";
  return html`<time class=${late} title=${exactTime(one.waitingSince ?? now)}>${duration(ms)}</time>`;
}

/** When somebody last wrote or was written to. */
export function lastHeard(one: ListedConversation, now: number): TemplateResult {
  return html`<time title=${exactTime(one.lastMessageAt)}>${relativeTime(one.lastMessageAt, now)}</time>`;
}

function person(one: ListedConversation, time: TemplateResult): TemplateResult {
  const holder = one.assigneeId === "none" ? w.nobody : (memberName(one.assigneeId) ?? "");
  return html`<li>
    <a href="/inbox/${one.id}?view=all">
      ${avatar(nameOf(one), one.id, one.platform, 30)}
      <span class="who"><bdi>${nameOf(one)}</bdi><span class="unseen">, ${w[one.platform]}</span></span>
      <span class="holder">${holder}</span>
      ${time}
    </a>
  </li>`;
}
