import { html, type TemplateResult } from "lit";
import { t as app } from "../../text/app.ts";
import { t } from "../../text/board.ts";
import { w } from "../../text/words.ts";
import type { DrawnLane } from "./lanes.ts";

/** What is shown where there is no board to show. */
export function instead(funnels: unknown, retry: () => void): TemplateResult {
  if (funnels === "failed") return trouble(retry);
  return funnels === "loading" ? skeleton() : unknown();
}

function skeleton(): TemplateResult {
  return html`<div class="page" role="status" aria-label=${app.loading}>
    <header class="head"><h1>${t.title}</h1></header>
    <div class="tools"></div>
    <div class="body"><div class="board">
      ${[3, 2, 3, 1].map(
        (n) => html`<section class="column">
          <header></header>
          <ul>${Array.from({ length: n }, () => html`<li class="blank"></li>`)}</ul>
        </section>`,
      )}
    </div></div>
  </div>`;
}

function trouble(retry: () => void): TemplateResult {
  return html`<div class="nothing" role="alert">
    <h1>${t.title}</h1>
    <p>${t.columnFailed}</p>
    <button type="button" class="button" @click=${retry}>${w.retry}</button>
  </div>`;
}

/** Of a funnel that is not there. */
function unknown(): TemplateResult {
  return html`<div class="nothing">
    <h1>${t.unknownFunnel}</h1>
    <p>${t.unknownFunnelWhy}</p>
    <a class="button" href="/board">${t.toBoard}</a>
  </div>`;
}

/** Over what was known before, when it may not be of now. */
export function failed(retry: () => void): TemplateResult {
  return html`<p class="failed" role="alert">
    <span>${t.failed}</span>
    <button type="button" class="button" @click=${retry}>${w.retry}</button>
  </p>`;
}

/** The tray folded up, with how many are in it. */
export function strip({ figures }: Pick<DrawnLane, "figures">, open: () => void): TemplateResult {
  const { count, atLeast } = figures;
  return html`<button type="button" class="strip" title=${t.trayWhy} @click=${open}>
    <b>${count}${atLeast ? "+" : ""}</b><span>${t.tray}</span>
  </button>`;
}
