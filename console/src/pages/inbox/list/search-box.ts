import { html, type TemplateResult } from "lit";
import { t } from "../../../text/inbox.ts";
import { icon } from "../../../ui/icon.ts";

/** The field that searches the loaded conversations. */
export function searchBox(
  words: string,
  typed: (words: string) => void,
  leave: () => void,
): TemplateResult {
  const input = (event: InputEvent) => {
    if (event.target instanceof HTMLInputElement) typed(event.target.value);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "Escape") leave();
  };
  const end =
    words === ""
      ? html`<kbd aria-hidden="true">/</kbd>`
      : html`<button class="icon-button" aria-label=${t.clearSearch} @click=${leave}>
          ${icon("x", 16)}
        </button>`;
  return html`<div class="search" role="search">
    ${icon("search", 18)}
    <input
      id="search"
      class="field"
      type="search"
      dir="auto"
      autocomplete="off"
      spellcheck="false"
      aria-label=${t.searchHint}
      title=${t.searchHint}
      placeholder=${t.search}
      .value=${words}
      @input=${input}
      @keydown=${key}
    />
    ${end}
  </div>`;
}

/** How much of the list was searched, and the way to search more of it. */
export function scope(
  searched: { loaded: number; more: boolean } | undefined,
  load: () => void,
): TemplateResult {
  if (!searched) return html`<div></div>`;
  return html`<div class="scope">
    <span role="status">${t.searchedLoaded(searched.loaded)}</span>
    ${searched.more ? html`<button @click=${load}>${t.searchMore}</button>` : ""}
  </div>`;
}
