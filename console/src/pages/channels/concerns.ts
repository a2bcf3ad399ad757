import { html, type TemplateResult } from "lit";
import type { StoredChannel } from "../../data/channel-settings.ts";
import { type ChannelState, type Concern, figuresOf } from "../../data/channel-state.ts";
import { t } from "../../text/channels.ts";
import { exactTime, number, relativeTime } from "../../text/formats.ts";
import { language } from "../../text/language.ts";
import { icon } from "../../ui/icon.ts";
import { providerSaid } from "../../ui/provider-said.ts";
import { concernWords, remedyOf, sinceOf } from "./state.ts";

/** Why somebody should look at a channel, and what to do about each reason. */
export function concernList(
  channel: StoredChannel,
  state: ChannelState,
  { letters, now, dismiss }: { letters: number; now: number; dismiss: () => void },
): TemplateResult[] {
  return state.concerns.map((concern) => {
    const since = sinceOf(concern, channel.health, channel.notice?.at);
    return html`<div class="concern" role="note">
      ${icon("alert", 18)}
      <div>
        <b>${concernWords(concern, letters)}</b>
        ${since ? html`<time title=${exactTime(since)}>${relativeTime(since, now)}</time>` : ""}
        ${said(channel, concern)}
        <p>${remedyOf(concern)}</p>
      </div>
      ${concern === "notice" ? html`<button class="button" @click=${dismiss}>${t.dismiss}</button>` : ""}
    </div>`;
  });
}

/** What the provider told, in our words where there are some, and in its own. */
function said({ notice }: StoredChannel, concern: Concern): TemplateResult | string {
  const told = concern === "notice" || concern === "reconnect";
  if (!told || !notice) return "";
  const words = notice.words?.[language()];
  return html`${words ? html`<p>${words}</p>` : ""}
    ${providerSaid(notice.text)}`;
}

/** What a channel did so far. */
export function figureList(
  { health }: StoredChannel,
  letters: number,
  now: number,
): TemplateResult {
  const counts = figuresOf(health, letters);
  const last = health.lastEventAt;
  const rows: [string, string, number, boolean?][] = [
    [t.received, t.receivedWhat, counts.received],
    [t.processed, t.processedWhat, counts.processed],
    [t.duplicates, t.duplicatesWhat, counts.duplicates],
    [t.repaired, t.repairedWhat, counts.repaired],
    [t.dead, t.deadWhat, counts.dead, true],
    [t.refusedCount, t.refusedWhat, counts.refused],
    [t.sent, t.sentWhat, counts.sent],
    [t.failedSends, t.failedWhat, counts.failed, true],
  ];
  return html`<dl class="card">
    ${rows.map(
      ([label, what, count, bad]) => html`<div title=${what}>
        <dt>${label}</dt>
        <dd class=${bad && count > 0 ? "bad" : ""}>${number(count)}</dd>
      </div>`,
    )}
    <div>
      <dt>${t.lastEvent}</dt>
      <dd class="time" title=${last === null ? "" : exactTime(last)}>
        ${last === null ? t.never : relativeTime(last, now)}
      </dd>
    </div>
  </dl>`;
}
