import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { channelOf } from "../../data/channels.ts";
import type { ListedTemplate } from "../../data/templates.ts";
import { t } from "../../text/templates.ts";
import { w } from "../../text/words.ts";
import { tag } from "../../ui/tag.ts";
import { tones } from "./words.ts";

export type Kind = "quick" | "approved";
export type Filter = { kind: Kind; words: string; category: string; place: string };

/** What a filter shows, by name; `place` is a platform or, of approved ones, a channel. */
export function filtered(all: readonly ListedTemplate[], filter: Filter): ListedTemplate[] {
  const words = plain(filter.words);
  return all
    .filter((one) => Boolean(one.approved) === (filter.kind === "approved"))
    .filter((one) => filter.category === "" || one.category === filter.category)
    .filter((one) => filter.place === "" || isAt(one, filter.place))
    .filter(({ name, text, category }) => plain(`${name} ${category} ${text}`).includes(words));
}

function isAt({ approved, platforms }: ListedTemplate, place: string): boolean {
  if (approved) return approved.channelId === place;
  return platforms.length === 0 || platforms.some((one) => one === place);
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .trim();
}

/** The categories in use, for the filter and to choose from while writing. */
export function categoriesOf(all: readonly ListedTemplate[]): string[] {
  const names = new Set(all.map(({ category }) => category).filter(Boolean));
  return [...names].sort((a, b) => a.localeCompare(b));
}

/** The templates of a filter, under their categories. */
export function list(
  found: readonly ListedTemplate[],
  chosen: string,
  choose: (id: string) => void,
): TemplateResult {
  const names = categoriesOf(found);
  const groups = found.some(({ category }) => category === "") ? [...names, ""] : names;
  return html`<div class="rows" @keydown=${step}>
    ${groups.map(
      (name) => html`<section>
        <h3>${name || t.noCategory}</h3>
        <ul>
          ${repeat(
            found.filter(({ category }) => category === name),
            ({ id }) => id,
            (one) => html`<li>${row(one, one.id === chosen, choose)}</li>`,
          )}
        </ul>
      </section>`,
    )}
  </div>`;
}

function row(
  { id, name, text, approved, platforms }: ListedTemplate,
  chosen: boolean,
  choose: (id: string) => void,
): TemplateResult {
  const where = approved
    ? (channelOf(approved.channelId)?.name ?? "")
    : platforms.map((one) => w[one]).join(", ");
  return html`<button
    type="button"
    class="row"
    aria-current=${chosen ? "true" : nothing}
    @click=${() => choose(id)}
  >
    <span class="name">${name}</span>
    ${approved ? tag(t[approved.status], tones[approved.status]) : nothing}
    <span class="about">${text}</span>
    ${where ? html`<span class="where">${where}</span>` : nothing}
  </button>`;
}

function step(event: KeyboardEvent): void {
  const by = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
  if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(".row")];
  const at = rows.findIndex((one) => one.matches(":focus"));
  rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
  event.preventDefault();
}
