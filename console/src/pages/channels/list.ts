import { platformIcons, platformPaint } from "@hilo/bricks/platform";
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { type StoredChannel, storedChannels } from "../../data/channel-settings.ts";
import { channelState, type Figures, figuresOf } from "../../data/channel-state.ts";
import { connection } from "../../data/connection.ts";
import { letterCounts } from "../../data/dead-letters.ts";
import { t } from "../../text/channels.ts";
import { exactTime, number, relativeTime } from "../../text/formats.ts";
import { w } from "../../text/words.ts";
import { clock } from "../../ui/clock.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { icon } from "../../ui/icon.ts";
import { Watch } from "../../ui/source.ts";
import { tagStyles } from "../../ui/tag.ts";
import { channelStyles, listStyles } from "./channels-styles.ts";
import { aboutChannel } from "./names.ts";
import { shimmer } from "./shimmer.ts";
import { stateTag, stateWords } from "./state.ts";

/** Every connected channel: how it stands, what it did, and the way to its settings. */
export class ChannelList extends HiloElement {
  static override styles = [HiloElement.styles, tagStyles, channelStyles, listStyles];

  constructor() {
    super();
    new Watch(this, storedChannels, letterCounts, clock, connection);
  }

  protected override render(): TemplateResult {
    const channels = storedChannels.value;
    const known = typeof channels === "string" ? [] : channels;
    return html`<div class="page">
      <header>
        <h1>${t.title}</h1>
        ${connection.value === "online" && known.length > 0 ? html`<span class="live">${t.live}</span>` : ""}
        <a class="button primary" href="/channels?add">${icon("plus", 16)}${t.add}</a>
      </header>
      <p class="intro">${t.intro} ${concernsOf(known)}</p>
      ${channels === "loading" ? shimmer(3) : ""}
      ${channels === "failed" ? html`<p class="card quiet" role="alert">${t.failed}</p>` : ""}
      ${typeof channels === "string" ? "" : rows(channels)}
    </div>`;
  }
}

function concernsOf(channels: readonly StoredChannel[]): TemplateResult | string {
  const states = channels.map((one) => channelState(one, lettersOf(one)).is);
  const count = states.filter((is) => is === "attention").length;
  return count === 0 ? "" : html`<span class="concerns">${t.attentionCount(count)}</span>`;
}

function lettersOf({ id }: StoredChannel): number {
  return letterCounts.value[id] ?? 0;
}

function rows(channels: readonly StoredChannel[]): TemplateResult {
  if (channels.length === 0) return empty();
  const heads = [
    t.title,
    t.received,
    t.processed,
    t.duplicates,
    t.dead,
    t.failedSends,
    t.lastEvent,
  ];
  return html`<div class="card rows">
    <div class="heads" aria-hidden="true">${heads.map((head) => html`<span>${head}</span>`)}</div>
    <ul>
      ${repeat(
        channels,
        (one) => one.id,
        (one) => html`<li>${row(one)}</li>`,
      )}
    </ul>
  </div>`;
}

function empty(): TemplateResult {
  return html`<div class="card blank">
    <h2>${t.none}</h2>
    <p>${t.noneWhy}</p>
    <a class="button primary" href="/channels?add">${icon("plus", 16)}${t.add}</a>
  </div>`;
}

function row(channel: StoredChannel): TemplateResult {
  const letters = lettersOf(channel);
  const state = channelState(channel, letters);
  const why = state.is === "unused" ? "" : stateWords(state, letters);
  return html`<a class="row ${state.is}" href="/channels/${channel.id}">
    ${platformDot(channel)}
    <span class="what">
      <span class="name">${channel.name} ${stateTag(state)}</span>
      <span class="about">${aboutChannel(channel)}</span>
      ${why === "" ? "" : html`<span class=${state.is === "attention" ? "why" : "why plain"}>${why}</span>`}
    </span>
    <span class="figures">${figures(figuresOf(channel.health, letters))}</span> ${lastEvent(channel.health.lastEventAt)}
    ${icon("chevronRight", 18)}
  </a>`;
}

/** The platform's icon in its colour. */
export function platformDot({ platform }: Pick<StoredChannel, "platform">): TemplateResult {
  return html`<span class="dot" title=${w[platform]} ${platformPaint(platform)}>${icon(platformIcons[platform], 20)}</span>`;
}

function figures(counts: Figures): TemplateResult[] {
  return [
    figure(t.received, counts.received),
    figure(t.processed, counts.processed),
    figure(t.duplicates, counts.duplicates),
    figure(t.dead, counts.dead, true),
    figure(t.failedSends, counts.failed, true),
  ];
}

function figure(label: string, count: number, bad = false): TemplateResult {
  const look = count === 0 ? "figure none" : bad ? "figure bad" : "figure";
  return html`<span class=${look}>${number(count)} <small>${label}</small></span>`;
}

function lastEvent(at: number | null): TemplateResult {
  if (at === null) return html`<span class="never">${t.never}</span>`;
  return html`<time title=${exactTime(at)}>${relativeTime(at, clock.value)}</time>`;
}

define("hilo-channel-list", ChannelList);
