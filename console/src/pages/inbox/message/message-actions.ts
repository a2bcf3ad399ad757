import { html, nothing, type TemplateResult } from "lit";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { t } from "../../../text/thread.ts";
import { copy } from "../../../ui/copy.ts";
import { icon } from "../../../ui/icon.ts";
import { moveAmong } from "../../../ui/one-stop.ts";

/** What can be done with a message; what is missing cannot be done. */
export type Deeds = {
  reveal: () => void;
  quote: (() => void) | undefined;
  react: (() => void) | undefined;
  forward: (() => void) | undefined;
};

/** The small buttons beside a bubble. */
export function messageActions(
  message: ThreadMessage,
  { quote, react, forward }: Deeds,
): TemplateResult | typeof nothing {
  if (message.deletedAt !== undefined) return nothing;
  const { text } = message;
  const copy = text === "" ? undefined : () => void copyText(text);
  const possible = [
    { sign: "smile", label: t.react, run: react },
    { sign: "reply", label: t.reply, run: quote },
    { sign: "forward", label: t.forward, run: forward },
    { sign: "copy", label: t.copy, run: copy },
  ] as const;
  return html`<div class="actions" role="toolbar" aria-label=${t.actions} @keydown=${moveAmong}>
    ${possible.filter(({ run }) => run).map(({ sign, label, run }, i) => action(sign, label, run, i === 0))}
  </div>`;
}

function action(
  name: "copy" | "forward" | "reply" | "smile",
  label: string,
  run: (() => void) | undefined,
  first: boolean,
): TemplateResult {
  return html`<button type="button" class="icon-button" tabindex=${first ? 0 : -1} aria-label=${label} title=${label} @click=${run}>
    ${icon(name, 16)}
  </button>`;
}

function copyText(text: string): Promise<void> {
  return copy(text, { done: t.copied, refused: t.notCopied });
}
