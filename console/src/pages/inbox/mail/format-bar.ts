import { drawing } from "@hilo/bricks/drawing";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../text/mail.ts";
import { moveAmong } from "../../../ui/one-stop.ts";
import { formatIcons } from "./format-icons.ts";

export type Format = keyof typeof formatIcons;

const keys: Partial<Record<Format, string>> = {
  bold: "Control+B",
  italic: "Control+I",
  underline: "Control+U",
  link: "Control+Shift+K",
};

/** The buttons that format a text, as one stop of Tab; `on` are those whose format the caret stands in. */
export function formatBar(
  formats: readonly Format[],
  on: ReadonlySet<Format>,
  press: (format: Format) => void,
): TemplateResult {
  return html`<div class="bar" role="toolbar" aria-label=${t.format} @keydown=${moveAmong}>
    ${formats.map(
      (format, at) => html`<button
        type="button"
        class="icon-button"
        tabindex=${at === 0 ? 0 : -1}
        aria-label=${t[format]}
        title=${titleOf(format)}
        aria-keyshortcuts=${keys[format] ?? nothing}
        aria-pressed=${format === "clear" || format === "picture" ? nothing : on.has(format)}
        @mousedown=${(event: Event) => event.preventDefault()}
        @click=${() => press(format)}
      >
        ${drawing(formatIcons[format], 18)}
      </button>`,
    )}
  </div>`;
}

function titleOf(format: Format): string {
  const key = keys[format]?.replace("Control", "Ctrl");
  return key ? `${t[format]} (${key})` : t[format];
}
