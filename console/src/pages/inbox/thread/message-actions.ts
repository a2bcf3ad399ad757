import { html, nothing, type TemplateResult } from "lit";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { t } from "../../../text/thread.ts";
import { copy } from "../../../ui/copy.ts";
import { icon } from "../../../ui/icon.ts";

/** What can be done with a message; what is missing cannot be done. */
export type Deeds = {
  reveal: () => void;
  quote: (() => void) | undefined;
  react: (() => void) | undefined;
};

/** The small buttons beside a bubble. */
export function messageActions(
  message: ThreadMessage,
  { quote, react }: Deeds,
): TemplateResult | typeof nothing {
  if (message.deletedAt !== undefined) return nothing;
  const { text } = message;
  const copy = text === "" ? undefined : () => void copyText(text);
  return html`<div class="actions" role="group" aria-label=${t.actions}>
    ${action("smile", t.react, react)}${action("reply", t.reply, quote)}${action("copy", t.copy, copy)}
  </div>`;
}

function action(
  name: "copy" | "reply" | "smile",
  label: string,
  run: (() => void) | undefined,
): TemplateResult | typeof nothing {
  if (!run) return nothing;
  return html`<button type="button" class="icon-button" aria-label=${label} title=${label} @click=${run}>
    ${icon(name, 16)}
  </button>`;
}

function copyText(text: string): Promise<void> {
  return copy(text, { done: t.copied, refused: t.notCopied });
}
