import { html, type TemplateResult } from "lit";
import type { Present } from "../../../../data/present.ts";
import { list } from "../../../../text/formats.ts";
import { t } from "../../../../text/thread.ts";
import { icon } from "../../../../ui/icon.ts";

/** Who else has the conversation open; those who write outweigh those who look. Its place is always kept. */
export function presenceLine(present: readonly Present[]): TemplateResult {
  const writing = present.filter(({ state }) => state === "typing");
  const shown = writing.length > 0 ? writing : present;
  const names = list(shown.map(({ name }) => name));
  const several = shown.length > 1;
  const text = writing.length > 0 ? t.typing(names, several) : t.viewing(names, several);
  return html`<p class="presence" aria-live="polite">
    ${shown.length === 0 ? "" : html`${icon(writing.length > 0 ? "compose" : "eye", 15)}<span>${text}</span>`}
  </p>`;
}
