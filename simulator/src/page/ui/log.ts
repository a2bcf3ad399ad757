import { fill, webhookPaths } from "@hilo/schema/routes";
import { css, html, LitElement, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Exchange } from "../../wire/exchange.ts";
import { StoreController, store } from "../data/store.ts";
import { formatExact, formatSeconds } from "../text/formats.ts";
import { texts } from "../text/texts.ts";
import { base } from "./base.ts";
import { icon } from "./icon.ts";

/** The last HTTP exchanges, newest first. */
class Log extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .empty {
        padding: 24px 16px;
        text-align: center;
        color: var(--secondary);
      }
      li {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 8px 16px;
        border-bottom: 1px solid var(--line);
        font: var(--tiny);
      }
      .way {
        display: grid;
        place-items: center;
        flex: none;
        width: 28px;
        height: 28px;
        border-radius: 8px;
        background: var(--sunken);
        color: var(--secondary);
      }
      .way.in {
        background: var(--accent-wash);
        color: var(--accent-text);
      }
      .words {
        flex: 1;
        min-width: 0;
      }
      .line {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
        min-height: 18px;
      }
      .path {
        font: 12px / 16px var(--mono);
      }
      .status {
        flex: none;
        padding: 0 6px;
        border-radius: var(--radius-tag);
        background: var(--good-wash);
        color: var(--good-text);
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      .status.bad {
        background: var(--bad-wash);
        color: var(--bad-text);
      }
      .note,
      .time {
        color: var(--secondary);
        font-variant-numeric: tabular-nums;
      }
      .time {
        flex: none;
      }
    `,
  ];

  constructor() {
    super();
    new StoreController(this);
  }

  protected override render() {
    const { exchanges } = store.state;
    if (exchanges.length === 0) return html`<p class="empty">${texts.emptyLog}</p>`;
    return html`<ol>${repeat(exchanges.toReversed(), (one) => one.id, row)}</ol>`;
  }
}
customElements.define("sim-log", Log);

function row({ at, direction, method, path, status, ms, note }: Exchange) {
  const bad = status === null || status >= 400;
  const full = `${method} ${path}`;
  return html`<li>
    <span class="way ${direction}" title=${texts.directions[direction]}>
      ${icon(direction === "in" ? "arrowDownLeft" : "arrowUpRight", 15)}
      <span class="unseen">${texts.directions[direction]}</span>
    </span>
    <span class="words">
      <span class="line">
        <span class="path cut" title=${full}>${short(full)}</span>
        <span class="status ${bad ? "bad" : ""}">${status ?? texts.noAnswer}</span>
      </span>
      <span class="line">
        <span class="note cut" title=${note ?? nothing}>${note ?? ""}</span>
        <time class="time" title=${formatExact(at)}>${formatSeconds(at)} · ${ms} ms</time>
      </span>
    </span>
  </li>`;
}

const shared = `${fill(webhookPaths.provider, { provider: "twilio", workspaceId: "demo" })}/`;

/** Long ids and what all paths have in common say nothing. */
function short(path: string): string {
  return path
    .replace(/\/2010-04-01\/Accounts\/\w+/, "…")
    .replace(shared, "…/")
    .replace(/\b([A-Z]{2}[0-9a-f]{4})[0-9a-f]{28}\b/g, "$1…");
}
