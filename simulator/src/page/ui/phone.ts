import { html, LitElement, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Platform } from "../../platform.ts";
import type { Entry } from "../../thread.ts";
import { deselect, platformsOf, type Selection, select, selection } from "../data/selection.ts";
import { StoreController, store } from "../data/store.ts";
import { formatPhone } from "../text/formats.ts";
import { texts } from "../text/texts.ts";
import "./avatar.ts";
import "./bubble.ts";
import "./composer.ts";
import { base } from "./base.ts";
import { icon } from "./icon.ts";
import { phoneStyles } from "./phone-styles.ts";

const windowLength = 24 * 60 * 60 * 1000;

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
      ${this.#header(chosen)} ${this.#messages(chosen)} ${notice(chosen)}
      <sim-composer
        .quoted=${this.quoted}
        @unquote=${() => this.#quote(null)}
      ></sim-composer>
    </div>`;
  }

  #nobody() {
    return html`<div class="nobody">
      <span class="mark">${icon("phone", 28)}</span>
      <h2>${store.ready ? texts.pickTitle : texts.connecting}</h2>
      <p>${texts.pickText}</p>
    </div>`;
  }

  #header({ person, platform }: Selection) {
    const address = person.phone
      ? formatPhone(person.phone)
      : (person.username ?? texts.hiddenPhone);
    return html`<header>
      <button class="icon-button back" aria-label=${texts.back} @click=${deselect}>
        ${icon("arrowLeft")}
      </button>
      <sim-avatar .name=${person.name} .platform=${platform}></sim-avatar>
      <div class="who">
        <h2 class="cut">${person.name}</h2>
        <p class="cut">${address}</p>
      </div>
      <div class="platforms" role="group" aria-label=${texts.forms.platform}>
        ${platformsOf(person).map((one) => this.#platform(person.id, one, one === platform))}
      </div>
      <button
        class="icon-button narrow"
        aria-label=${texts.controls}
        title=${texts.controls}
        @click=${() => this.dispatchEvent(new Event("show-controls"))}
      >${icon("sliders")}</button>
    </header>`;
  }

  #platform(personId: string, platform: Platform, pressed: boolean) {
    return html`<button
      aria-pressed=${pressed}
      title=${texts.platforms[platform]}
      aria-label=${texts.platforms[platform]}
      style="--mark: var(--${platform})"
      @click=${() => select(personId, platform)}
    >${icon(platform === "sms" ? "sms" : "message", 16)}</button>`;
  }

  #messages({ person, thread, platform }: Selection) {
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
          .platform=${platform}
          @quote=${() => this.#quote(entry)}
        ></sim-bubble>`,
      )}
    </div></div>`;
  }

  async #quote(entry: Entry | null): Promise<void> {
    this.quoted = entry;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("sim-composer")?.focus();
  }
}
customElements.define("sim-phone", Phone);

/** What stands between the business and this customer, if anything does. */
function notice({ thread, platform }: Selection) {
  if (!thread) return nothing;
  const closed = Date.now() - (thread.lastInboundAt ?? 0) > windowLength;
  const text = thread.optedOut
    ? texts.optedOut
    : platform === "whatsapp" && closed
      ? texts.closed
      : "";
  return text ? html`<p class="notice">${icon("alert", 16)}<span>${text}</span></p>` : nothing;
}
