import { css, html, LitElement, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Exchange } from "../../exchanges.ts";
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
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: 2px 8px;
        align-items: center;
        padding: 8px 16px;
        border-bottom: 1px solid var(--line);
        font: var(--tiny);
      }
      .way {
        display: grid;
        place-items: center;
        grid-row: span 2;
        width: 26px;
        height: 26px;
        border-radius: 8px;
        background: var(--sunken);
        color: var(--secondary);
      }
      .path {
        font: 12px / 16px var(--mono);
        direction: rtl;
        text-align: left;
      }
      .status {
        padding: 1px 6px;
        border-radius: var(--radius-tag);
        background: var(--good-wash);
        color: var(--good);
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      .status.bad {
        background: var(--bad-wash);
        color: var(--bad);
      }
      .note,
      .time {
        color: var(--secondary);
        font-variant-numeric: tabular-nums;
      }
      .time {
        text-align: end;
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
    <span class="way" title=${texts.directions[direction]}>
      ${icon(direction === "in" ? "arrowDownLeft" : "arrowUpRight", 15)}
      <span class="unseen">${texts.directions[direction]}</span>
    </span>
    <span class="path cut" title=${full}><bdi>${full}</bdi></span>
    <span class="status ${bad ? "bad" : ""}">${status ?? texts.noAnswer}</span>
    <span class="note cut" title=${note ?? nothing}>${note ?? ""}</span>
    <time class="time" title=${formatExact(at)}>${formatSeconds(at)} · ${ms} ms</time>
  </li>`;
}
