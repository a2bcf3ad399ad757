import { html, LitElement, nothing } from "lit";
import type { DemoChannel } from "../../phones/demo-channels.ts";
import type { Platform } from "../../phones/platform.ts";
import type { Entry } from "../../phones/thread.ts";
import { store } from "../data/store.ts";
import { formatExact, formatTime } from "../text/formats.ts";
import { meaningOf, texts } from "../text/texts.ts";
import { base } from "./base.ts";
import { type BubbleAction, bubbleActions, emojis } from "./bubble-actions.ts";
import { bubbleStyles } from "./bubble-styles.ts";
import { content } from "./content.ts";
import { icon } from "./icon.ts";
import type { IconName } from "./icons.ts";
import { offer, type Press } from "./offer.ts";
import { offerStyles } from "./offer-styles.ts";
import { preview } from "./preview.ts";

const ticks: Partial<Record<Entry["status"], IconName>> = {
  sending: "clock",
  received: "checkCheck",
  refused: "alert",
  queued: "clock",
  sent: "check",
  delivered: "checkCheck",
  read: "checkCheck",
  undelivered: "alert",
  failed: "alert",
};

/** What somebody did to a message; a reaction has its emoji, a press what was pressed. */
export type BubbleEvent = CustomEvent<
  | { name: Exclude<BubbleAction, "react"> }
  | { name: "react"; emoji: string }
  | { name: "press"; press: Press }
>;

/** One message on the customer's phone: own ones to the right. */
class Bubble extends LitElement {
  static override properties = {
    entry: {},
    quoted: {},
    channel: {},
    reacting: { state: true },
  };
  static override styles = [base, bubbleStyles, offerStyles];
  declare entry: Entry;
  declare quoted: Entry | undefined;
  declare channel: DemoChannel;
  declare reacting: boolean;

  constructor() {
    super();
    this.reacting = false;
  }

  protected override render() {
    const { entry } = this;
    if (entry.kind === "event") return this.#event(entry);
    const own = entry.from === "customer";
    return html`<div class="line ${own ? "own" : ""}">
      ${this.#bubble(entry, own)} ${this.reacting ? this.#picker() : this.#actions()}
    </div>`;
  }

  #event({ event = "", text, files }: Entry) {
    const known: Record<string, string> = texts.events;
    const said = event === "call" ? callState(text) : text;
    const words = [known[event] ?? event, said].filter(Boolean).join(" · ");
    return html`<div class="happened">
      <p class="event">${words}</p>
      ${files.map(({ url }) => html`<audio controls preload="metadata" src=${url}></audio>`)}
    </div>`;
  }

  #bubble(entry: Entry, own: boolean) {
    return html`<article class="bubble ${lookOf(entry, this.channel)}">
      <span class="unseen">${own ? texts.you : texts.business}:</span>
      ${entry.echo ? html`<p class="small">${texts.echo}</p>` : nothing}
      ${entry.forwarded ? html`<p class="small">${texts.forwarded}</p>` : nothing}
      ${this.quoted ? html`<p class="quote cut" dir="auto">${preview(this.quoted)}</p>` : nothing}
      ${entry.deleted ? html`<p class="small">${texts.deleted}</p>` : content(entry)}
      <footer>
        ${entry.edited ? html`<span>${texts.edited}</span>` : nothing}
        <time title=${formatExact(entry.at)}>${formatTime(entry.at)}</time>
        ${this.#state(entry)}
      </footer>
      ${isLost(entry) || entry.status === "refused" ? this.#fault(entry) : nothing}
      ${entry.deleted ? nothing : offer(entry, (press) => this.#tell({ name: "press", press }))}
      ${this.#reactions(entry)}
    </article>`;
  }

  #reactions({ reactions }: Entry) {
    const shown = [reactions?.customer, reactions?.business].filter(Boolean);
    return shown.length > 0 ? html`<span class="reactions">${shown.join(" ")}</span>` : nothing;
  }

  #actions() {
    return bubbleActions(this.entry, this.channel).map(
      ({ name, icon: sign, label }) => html`<button
        class="icon-button"
        title=${label}
        aria-label=${label}
        @click=${() => this.#start(name)}
      >${icon(sign, 16)}</button>`,
    );
  }

  #start(name: BubbleAction): void {
    if (name === "react") this.reacting = true;
    else this.#tell({ name });
  }

  /** The emoji that is there already takes itself back. */
  #picker() {
    const now = this.entry.reactions?.customer;
    return html`<span class="picker" role="group" aria-label=${texts.react}>
      ${emojis.map(
        (emoji) => html`<button
          aria-pressed=${emoji === now}
          @click=${() => this.#react(emoji === now ? "" : emoji)}
        >${emoji}</button>`,
      )}
    </span>`;
  }

  #react(emoji: string): void {
    this.reacting = false;
    this.#tell({ name: "react", emoji });
  }

  #tell(detail: BubbleEvent["detail"]): void {
    this.dispatchEvent(new CustomEvent("act", { detail }));
  }

  #state({ status }: Entry) {
    const label = texts.statuses[status];
    return html`<span class="state ${status}" title=${label}>
      ${icon(ticks[status] ?? "check", 14)}<span class="unseen">${label}</span>
    </span>`;
  }

  #fault({ status, error = "" }: Entry) {
    const known = store.state.failures.find(
      ({ code, provider }) => String(code) === error && provider === this.channel.provider,
    );
    const meaning = meaningOf(error, known?.message);
    const what = status === "refused" ? `HTTP ${error}` : `${error} · ${meaning}`;
    return html`<p class="fault">${texts.statuses[status]}: ${what}</p>`;
  }
}
customElements.define("sim-bubble", Bubble);

function isLost({ status }: Entry): boolean {
  return status === "undelivered" || status === "failed";
}

// Platforms whose last state is that a message was sent.
const endsAtSent = new Set<Platform>(["instagram", "telegram", "email", "x"]);

function lookOf(entry: Entry, { platform }: DemoChannel): string {
  if (entry.kind === "sticker") return "sticker";
  if (isLost(entry)) return "lost";
  if (entry.from === "customer" || entry.echo) return "";
  const onItsWay = entry.status === "sent" && !endsAtSent.has(platform);
  return entry.status === "queued" || onItsWay ? "waiting" : "";
}

/** How a call stands, in words: Twilio's state, and how long it took. */
function callState(text: string): string {
  const known: Record<string, string> = texts.callStates;
  const [state = "", ...more] = text.split(" · ");
  return [known[state] ?? state, ...more].join(" · ");
}
