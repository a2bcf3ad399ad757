import { html, LitElement, nothing } from "lit";
import type { Platform } from "../../platform.ts";
import type { Entry } from "../../thread.ts";
import { formatExact, formatTime } from "../text/formats.ts";
import { meaningOf, texts } from "../text/texts.ts";
import { base } from "./base.ts";
import { bubbleStyles } from "./bubble-styles.ts";
import { content } from "./content.ts";
import { icon } from "./icon.ts";
import type { IconName } from "./icons.ts";
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

/** One message on the customer's phone: own ones to the right. */
class Bubble extends LitElement {
  static override properties = { entry: {}, quoted: {}, platform: { reflect: true } };
  static override styles = [base, bubbleStyles];
  declare entry: Entry;
  declare quoted: Entry | undefined;
  declare platform: Platform;

  protected override render() {
    const { entry } = this;
    const own = entry.from === "customer";
    const lost = entry.status === "undelivered" || entry.status === "failed";
    const waiting = !own && (entry.status === "queued" || entry.status === "sent");
    return html`<div class="line ${own ? "own" : ""}">
      <article class="bubble ${lost ? "lost" : ""} ${waiting ? "waiting" : ""} ${entry.kind === "sticker" ? "sticker" : ""}">
        <span class="unseen">${own ? texts.you : texts.business}:</span>
        ${entry.forwarded ? html`<p class="small">${texts.forwarded}</p>` : nothing}
        ${this.quoted ? html`<p class="quote cut">${preview(this.quoted)}</p>` : nothing}
        ${content(entry)}
        <footer>
          <time title=${formatExact(entry.at)}>${formatTime(entry.at)}</time>
          ${this.#state(entry)}
        </footer>
        ${lost || entry.status === "refused" ? this.#fault(entry) : nothing}
      </article>
      ${
        this.platform === "whatsapp"
          ? html`<button
              class="icon-button"
              title=${texts.quote}
              aria-label=${texts.quote}
              @click=${() => this.dispatchEvent(new Event("quote"))}
            >${icon("reply", 16)}</button>`
          : nothing
      }
    </div>`;
  }

  #state({ status }: Entry) {
    const label = texts.statuses[status];
    return html`<span class="state ${status}" title=${label}>
      ${icon(ticks[status] ?? "check", 14)}<span class="unseen">${label}</span>
    </span>`;
  }

  #fault({ status, error = "" }: Entry) {
    const what = status === "refused" ? `HTTP ${error}` : `${error} · ${meaningOf(error)}`;
    return html`<p class="fault">${texts.statuses[status]}: ${what}</p>`;
  }
}
customElements.define("sim-bubble", Bubble);
