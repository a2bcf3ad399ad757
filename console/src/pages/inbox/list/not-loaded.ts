import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../text/inbox.ts";
import { w } from "../../../text/words.ts";
import { icon } from "../../../ui/icon.ts";

/** Not known is not none. Without a connection it comes by itself, and the banner has said so. */
export function notLoaded(way?: TemplateResult): TemplateResult {
  return html`<div class="empty">
    <span class="emblem">${icon("offline", 26)}</span>
    <h2>${t.notLoaded}</h2>
    <p>${t.notLoadedWhy}</p>
    ${way ?? nothing}
  </div>`;
}

/** It failed, and may be tried again. */
export function failed(retry: () => void): TemplateResult {
  return html`<div role="alert">
    ${notLoaded(html`<button class="button" @click=${retry}>${w.retry}</button>`)}
  </div>`;
}
