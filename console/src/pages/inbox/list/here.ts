import { html, nothing, type TemplateResult } from "lit";
import type { Present } from "../../../data/present.ts";
import { list } from "../../../text/formats.ts";
import { t } from "../../../text/inbox.ts";
import { avatar } from "../../../ui/avatar.ts";
import { icon } from "../../../ui/icon.ts";

/** How many faces a row has room for. */
const mostFaces = 2;

/** Who has a row's conversation open, those who write first; nothing where nobody has. */
export function hereOf(present: readonly Present[]): TemplateResult | typeof nothing {
  if (present.length === 0) return nothing;
  const writing = present.filter(({ state }) => state === "typing");
  const viewing = present.filter(({ state }) => state === "viewing");
  const words = [said(writing, t.writing), said(viewing, t.here)].filter(Boolean).join(", ");
  const more = present.length - mostFaces;
  return html`<span class="here" title=${words}>
      ${writing.length > 0 ? icon("compose", 13) : nothing}
      ${[...writing, ...viewing].slice(0, mostFaces).map(({ name, id }) => avatar(name, id, undefined, 18))}
      ${more > 0 ? html`<b aria-hidden="true">+${more}</b>` : nothing}
    </span>
    <span class="unseen">${words}</span>`;
}

function said(
  some: readonly Present[],
  words: (names: string, several: boolean) => string,
): string {
  return some.length === 0 ? "" : words(list(some.map(({ name }) => name)), some.length > 1);
}
