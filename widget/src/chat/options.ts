import { html, nothing, type TemplateResult } from "lit";
import type { Shown } from "./live.ts";
import { link } from "./rich-text.ts";

type Choice = { id: string; title: string };

/** The buttons or the list of a message; an address of the web is a link, which can be followed again. */
export function optionsOf(
  { direction, options }: Pick<Shown, "direction" | "options">,
  pressed: boolean,
  press: (choice: Choice) => void,
): TemplateResult | typeof nothing {
  const rows = [...(options?.buttons ?? []), ...(options?.list?.rows ?? [])];
  if (direction !== "outbound" || rows.length === 0) return nothing;
  return html`
    <div class="options" role="group">
      ${rows.map((row) => {
        const { id, title } = row;
        if ("url" in row && row.url && /^https?:/i.test(row.url)) return link(row.url, title);
        const more = "description" in row && row.description;
        return html`
          <button ?disabled=${pressed} @click=${() => press({ id, title })}>
            ${title}${more ? html`<small>${more}</small>` : nothing}
          </button>
        `;
      })}
    </div>
  `;
}
