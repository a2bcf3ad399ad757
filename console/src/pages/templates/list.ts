import { filledIn } from "@hilo/schema/template/template";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { channelOf } from "../../data/channels.ts";
import type { ListedTemplate } from "../../data/templates.ts";
import { t } from "../../text/templates.ts";
import { w } from "../../text/words.ts";
import { tag } from "../../ui/tag.ts";
import { tones } from "./words.ts";

/** What may be written at once, what may be sent outside the reply window, and what may not be sent (yet). */
export const kinds = ["quick", "approved", "waiting"] as const;
export type Kind = (typeof kinds)[number];
export type Filter = { kind: Kind; words: string; category: string; place: string };

export function kindOf({ approved }: Pick<ListedTemplate, "approved">): Kind {
  if (!approved) return "quick";
  return approved.status === "approved" ? "approved" : "waiting";
}

/** The address of a kind's list, or of one template. */
export function addressOf(kind: Kind, id?: string): string {
  if (id) return `/templates/${id}`;
  return kind === "quick" ? "/templates" : `/templates?kind=${kind}`;
}

/** What a filter shows, by name; `place` is a platform or, of approved ones, a channel. */
export function filtered(all: readonly ListedTemplate[], filter: Filter): ListedTemplate[] {
  const words = plain(filter.words);
  return all
    .filter((one) => kindOf(one) === filter.kind)
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
export function list(found: readonly ListedTemplate[], chosen: string): TemplateResult {
  const names = categoriesOf(found);
  const groups = found.some(({ category }) => category === "") ? [...names, ""] : names;
  return html`<div class="rows" @keydown=${step}>
    ${groups.map(
      (name) => html`<section>
        <h2>${name || t.noCategory}</h2>
        <ul>
          ${repeat(
            found.filter(({ category }) => category === name),
            ({ id }) => id,
            (one) => html`<li>${row(one, one.id === chosen)}</li>`,
          )}
        </ul>
      </section>`,
    )}
  </div>`;
}

function row(
  { id, name, text, examples, approved, platforms }: ListedTemplate,
  chosen: boolean,
): TemplateResult {
  const where = approved
    ? (channelOf(approved.channelId)?.name ?? "")
    : platforms.map((one) => w[one]).join(", ");
  return html`<a class="row" href=${addressOf("quick", id)} aria-current=${chosen ? "true" : nothing}>
    <span class="name">${name}</span>
    ${approved ? tag(t[approved.status], tones[approved.status]) : nothing}
    <span class="about">${approved ? filledIn(text, examples) : text}</span>
    ${where ? html`<span class="where">${where}</span>` : nothing}
  </a>`;
}

function step(event: KeyboardEvent): void {
  const by = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
  if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(".row")];
  const at = rows.findIndex((one) => one.matches(":focus"));
  rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
  event.preventDefault();
}
