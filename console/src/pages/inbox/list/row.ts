import type { ListedConversation } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import { isMentioned } from "../../../data/mentions.ts";
import type { Present } from "../../../data/present.ts";
import { duration, exactTime, relativeTime } from "../../../text/formats.ts";
import { t } from "../../../text/inbox.ts";
import { nameOf } from "../../../text/who.ts";
import { w } from "../../../text/words.ts";
import { avatar } from "../../../ui/avatar.ts";
import { icon } from "../../../ui/icon.ts";
import { tag } from "../../../ui/tag.ts";
import { lineOf } from "../message/preview.ts";
import { type Beside, type BesideContext, besideOf } from "./beside.ts";
import { hereOf } from "./here.ts";
import { type StageName, tagOf } from "./tag-of.ts";

export type RowContext = BesideContext & {
  query: string;
  selectedId: string | null;
  cursorId: string | null;
  now: number;
  /** The signed-in member. */
  self: string;
  /** How long a customer may wait, in ms; null until it is known. */
  target: number | null;
  closing: boolean;
  fresh: ReadonlySet<string>;
  /** What was begun and not sent in a conversation. */
  written(conversationId: string): string;
  stageIn: StageName;
  /** The colleagues who have a conversation open. */
  presentIn(conversationId: string): readonly Present[];
};

/** One conversation of the list. */
export function row(one: ListedConversation, context: RowContext): TemplateResult {
  const state = tagOf(one, context.now, context.self, context.stageIn);
  const beside = besideOf(one, context);
  const classes = [
    "row",
    one.unread > 0 ? "unread" : "",
    one.id === context.cursorId ? "cursor" : "",
    context.fresh.has(one.id) ? "fresh" : "",
  ];
  return html`<a
    class=${classes.join(" ")}
    href="/inbox/${one.id}${context.query}"
    data-id=${one.id}
    aria-current=${one.id === context.selectedId ? "true" : nothing}
  >
    ${avatar(nameOf(one), one.id, one.platform)}
    <span class="lines">
      <span class="line">
        <span class="name" dir="auto">${nameOf(one)}</span>
        <span class="unseen">${t.on(w[one.platform])}</span>
        ${hereOf(context.presentIn(one.id))}${time(one, context)}
      </span>
      <span class="line">${preview(one, context)}${mention(one, context.self)}${badge(one.unread)}</span>
      ${
        state || beside.channel || beside.owner
          ? html`<span class="state">${state ? tag(state.text, state.tone) : ""}${edge(beside)}</span>`
          : ""
      }
    </span>
  </a>`;
}

/** What is being written in the open conversation stands there, not in its row. */
function preview(one: ListedConversation, context: RowContext): TemplateResult {
  const draft = one.id === context.selectedId ? "" : context.written(one.id);
  const said = lineOf(one, draft);
  const sign = said.weight === "failed" ? failure() : said.icon ? icon(said.icon, 15) : "";
  return html`<span class="preview ${said.weight === "draft" ? "draft" : ""}">
    ${sign}${said.prefix ? html`<span>${said.prefix}<bdi>${said.text}</bdi></span>` : html`<span dir="auto">${said.text}</span>`}
  </span>`;
}

function edge({ channel, owner }: Beside): TemplateResult {
  return html`<span class="edge">
    ${channel ? html`<span class="channel" dir="auto" title=${t.via(channel)}>${channel}</span>` : nothing}
    ${
      owner
        ? html`<span class="owner" title=${t.has(owner.name)}>${avatar(owner.name, owner.id, undefined, 18)}</span>
            <span class="unseen">${t.has(owner.name)}</span>`
        : nothing
    }
  </span>`;
}

function failure(): TemplateResult {
  return html`<i class="failure" title=${t.sendFailed}>${icon("alert", 15)}<span class="unseen">${t.sendFailed}. </span></i>`;
}

function badge(unread: number): TemplateResult | typeof nothing {
  if (unread === 0) return nothing;
  return html`<b class="badge" aria-hidden="true">${unread > 99 ? "99+" : unread}</b>
    <span class="unseen">${w.unread(unread)}</span>`;
}

/** Somebody wrote the reader's name in a note that they have not seen. */
function mention(one: ListedConversation, self: string): TemplateResult | typeof nothing {
  if (!isMentioned(one, self)) return nothing;
  return html`<i class="mention" title=${t.mentionedYou}>${icon("atSign", 13)}<span class="unseen">${t.mentionedYou}</span></i>`;
}

function time(one: ListedConversation, context: RowContext): TemplateResult {
  const { now, target } = context;
  if (context.closing && (one.replyUntil ?? 0) > now) {
    const left = duration((one.replyUntil ?? 0) - now);
    return html`<time class="late" title=${t.windowLeft(left)}>${left}</time>`;
  }
  if (one.waitingSince === null) {
    return html`<time title=${exactTime(one.lastMessageAt)}>${relativeTime(one.lastMessageAt, now)}</time>`;
  }
  const waited = now - one.waitingSince;
  const late = target !== null && waited > target ? "late" : "";
  return html`<time class=${late} title=${t.waits(duration(waited))}>${relativeTime(one.waitingSince, now)}</time>`;
}
