import { html, LitElement, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { DemoChannel } from "../../phones/demo-channels.ts";
import type { Person } from "../../phones/person.ts";
import type { Entry } from "../../phones/thread.ts";
import { abilities } from "../data/abilities.ts";
import { write } from "../data/compose.ts";
import { channelsOf, deselect, type Selection, select, selection } from "../data/selection.ts";
import { StoreController, store } from "../data/store.ts";
import { knownBy } from "../text/address.ts";
import { channelName, providerName } from "../text/channels.ts";
import { texts } from "../text/texts.ts";
import "./avatar.ts";
import "./bubble.ts";
import "./composer.ts";
import { inkOn, platformIcons } from "@hilo/bricks/platform";
import { base } from "./base.ts";
import type { BubbleEvent } from "./bubble.ts";
import type { Composer } from "./composer.ts";
import { icon } from "./icon.ts";
import { notice } from "./notice.ts";
import { phoneStyles } from "./phone-styles.ts";
import { site } from "./site.ts";

/** The customer's phone: one conversation with the business. */
class Phone extends LitElement {
  static override properties = { quoted: { state: true } };
  static override styles = [base, phoneStyles];
  declare quoted: Entry | null;
  readonly #look = () => this.#see();

  constructor() {
    super();
    this.quoted = null;
    new StoreController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#look);
  }

  override disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.#look);
    super.disconnectedCallback();
  }

  protected override updated(): void {
    this.#see();
  }

  /** What is on the screen of a page that is looked at has been seen. */
  #see(): void {
    const thread = selection()?.thread;
    if (document.visibilityState !== "visible" || !thread) return;
    if (store.unread(thread) > 0) store.see(thread);
  }

  protected override render() {
    const chosen = selection();
    if (!chosen) return this.#nobody();
    return html`<div class="device ${chosen.platform}">
      ${this.#header(chosen)}
      ${abilities[chosen.channel.id].site ? site(chosen) : this.#conversation(chosen)}
    </div>`;
  }

  #conversation(chosen: Selection) {
    return html`${this.#messages(chosen)} ${notice(chosen)}
      <sim-composer
        .quoted=${this.quoted}
        @unquote=${() => this.#quote(null)}
      ></sim-composer>`;
  }

  #nobody() {
    return html`<div class="nobody">
      <span class="mark">${icon("smartphone", 28)}</span>
      <h2>${store.ready ? texts.pickTitle : texts.connecting}</h2>
      <p>${texts.pickText}</p>
    </div>`;
  }

  #header({ person, channel, platform }: Selection) {
    const shown = [channelName(channel), knownBy(person, platform)].filter(Boolean).join(" · ");
    return html`<header>
      <button class="icon-button back" aria-label=${texts.back} @click=${deselect}>
        ${icon("arrowLeft")}
      </button>
      <sim-avatar .name=${person.name} .platform=${platform}></sim-avatar>
      <div class="who">
        <h2 class="cut" dir="auto">${person.name}</h2>
        <p class="cut">${shown}</p>
      </div>
      ${this.#channels(person, channel)}
      <button
        class="icon-button narrow"
        aria-label=${texts.controls}
        title=${texts.controls}
        @click=${() => this.dispatchEvent(new Event("show-controls"))}
      >${icon("sliders")}</button>
    </header>`;
  }

  #channels(person: Person, current: DemoChannel) {
    const all = channelsOf(person);
    if (all.length < 2) return nothing;
    return html`<div class="platforms" role="group" aria-label=${texts.forms.platform}>
      ${all.map((one) => this.#channel(person.id, one, one.id === current.id))}
    </div>`;
  }

  #channel(personId: string, channel: DemoChannel, pressed: boolean) {
    const name = channelName(channel);
    return html`<button
      aria-pressed=${pressed}
      title=${name}
      aria-label=${name}
      style="--mark: var(--${channel.platform}); --ink: ${inkOn(channel.platform)}"
      @click=${() => select(personId, channel.id)}
    >${icon(platformIcons[channel.platform], 16)}<small aria-hidden="true">${providerName(channel)[0] ?? ""}</small></button>`;
  }

  #messages(chosen: Selection) {
    const { person, thread, channel } = chosen;
    const entries = thread?.entries ?? [];
    return html`<div class="messages" role="log" aria-label=${texts.messages} tabindex="0"><div class="list">
      ${
        entries.length === 0
          ? html`<div class="empty"><h3>${texts.emptyTitle}</h3><p>${texts.emptyText(person.name)}</p></div>`
          : nothing
      }
      ${repeat(
        entries,
        (entry) => entry.id,
        (entry) => html`<sim-bubble
          .entry=${entry}
          .quoted=${entries.find((one) => one.id === entry.replyTo)}
          .channel=${channel}
          @act=${({ detail }: BubbleEvent) => this.#act(chosen, entry, detail)}
        ></sim-bubble>`,
      )}
    </div></div>`;
  }

  #act(chosen: Selection, entry: Entry, act: BubbleEvent["detail"]): void {
    const target = entry.id;
    if (act.name === "quote") void this.#quote(entry);
    if (act.name === "edit") void this.#composer()?.edit(entry);
    if (act.name === "delete") void write(chosen, { kind: "delete", target });
    if (act.name === "react") void write(chosen, { kind: "reaction", target, emoji: act.emoji });
    if (act.name !== "press") return;
    const { kind, choice } = act.press;
    void write(chosen, { kind, [kind]: choice, replyTo: target });
  }

  #composer(): Composer | null {
    return this.renderRoot.querySelector<Composer>("sim-composer");
  }

  async #quote(entry: Entry | null): Promise<void> {
    this.quoted = entry;
    await this.updateComplete;
    this.#composer()?.focus();
  }
}
customElements.define("sim-phone", Phone);
