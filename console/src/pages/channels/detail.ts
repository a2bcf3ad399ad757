import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { ApiProblem } from "../../data/api.ts";
import {
  changeChannel,
  type StoredChannel,
  storedChannel,
  storedChannels,
} from "../../data/channel-settings.ts";
import { channelState } from "../../data/channel-state.ts";
import { letterCounts } from "../../data/dead-letters.ts";
import { t } from "../../text/channels.ts";
import { number } from "../../text/formats.ts";
import { problems } from "../../text/problems.ts";
import { w } from "../../text/words.ts";
import { clock } from "../../ui/clock.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { icon } from "../../ui/icon.ts";
import { saidStyles } from "../../ui/provider-said.ts";
import { Watch } from "../../ui/source.ts";
import { tagStyles } from "../../ui/tag.ts";
import { titled } from "../../ui/title.ts";
import { toast } from "../../ui/toast.ts";
import { channelStyles } from "./channels-styles.ts";
import { concernList, figureList } from "./concerns.ts";
import { detailStyles } from "./detail-styles.ts";
import "./letters.ts";
import { platformDot } from "./list.ts";
import { aboutChannel } from "./names.ts";
import "./settings.ts";
import { shimmer } from "./shimmer.ts";
import { stateTag } from "./state.ts";

/** One channel: how it stands, its settings, and what it could not use. */
export class ChannelDetail extends HiloElement {
  static override properties: PropertyDeclarations = {
    channelId: {},
    section: {},
  };
  static override styles = [HiloElement.styles, tagStyles, saidStyles, channelStyles, detailStyles];
  declare channelId: string;
  declare section: "settings" | "letters";

  constructor() {
    super();
    this.channelId = "";
    this.section = "settings";
    new Watch(this, storedChannels, letterCounts, clock);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("channelId")) this.renderRoot.querySelector("h1")?.scrollIntoView();
    titled(() => [storedChannel(this.channelId)?.name ?? "", t.title]);
  }

  protected override render(): TemplateResult {
    const channels = storedChannels.value;
    const channel = storedChannel(this.channelId);
    return html`<div class="page">
      <a class="back" href="/channels">${icon("arrowLeft", 16)}${t.title}</a>
      ${channel ? this.#channel(channel) : missing(channels)}
    </div>`;
  }

  #channel(channel: StoredChannel): TemplateResult {
    const letters = letterCounts.value[channel.id] ?? 0;
    const state = channelState(channel, letters);
    const now = clock.value;
    const dismiss = () => void this.#dismiss(channel.id);
    return html`<header>
        ${platformDot(channel)}
        <div class="title">
          <h1>${channel.name} ${stateTag(state)}</h1>
          <p class="about">${aboutChannel(channel)}</p>
        </div>
      </header>
      ${concernList(channel, state, { letters, now, dismiss })} ${figureList(channel, letters, now)}
      <nav aria-label=${t.sections}>
        ${this.#tab(channel.id, "settings", t.settings, 0)}
        ${this.#tab(channel.id, "letters", t.deadLetters, letters)}
      </nav>
      ${
        this.section === "letters"
          ? html`<hilo-dead-letters .channelId=${channel.id} .waiting=${letters}></hilo-dead-letters>`
          : html`<hilo-channel-settings .channel=${channel}></hilo-channel-settings>`
      }`;
  }

  #tab(id: string, section: "settings" | "letters", text: string, count: number): TemplateResult {
    const query = section === "letters" ? "?section=letters" : "";
    const here = this.section === section;
    return html`<a href="/channels/${id}${query}" aria-current=${here ? "page" : "false"}>
      ${text}${count > 0 ? html`<b>${number(count)}</b>` : ""}
    </a>`;
  }

  async #dismiss(channelId: string): Promise<void> {
    try {
      await changeChannel(channelId, { notice: null });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      toast({ text: problems[error.code], tone: "bad" });
    }
  }
}

function missing(channels: typeof storedChannels.value): TemplateResult {
  if (channels === "loading") return shimmer(2);
  if (channels === "failed") return html`<p class="card quiet" role="alert">${t.failed}</p>`;
  return html`<div class="card blank">
    <h2>${t.unknown}</h2>
    <p>${t.unknownWhy}</p>
    <a class="button" href="/channels">${w.back}</a>
  </div>`;
}

define("hilo-channel-detail", ChannelDetail);
