import { statusOf } from "@hilo/schema/message";
import { html, nothing, type TemplateResult } from "lit";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { clockTime } from "../../../text/formats.ts";
import { t } from "../../../text/thread.ts";
import { ticks } from "../../../ui/ticks.ts";

/** When it was said, whether it was edited, and how far it has come. */
export function meta(
  message: ThreadMessage,
  self: string,
  revealed: boolean,
  reveal: () => void,
): TemplateResult {
  const { direction, author, local, providerAt } = message;
  const time = clockTime(providerAt);
  const before = edited(message, revealed, reveal);
  if (direction === "note") {
    const words = author.id === self ? t.noteMeta(time) : t.noteOf(author.name, time);
    return html`${before}<span>${words}</span>`;
  }
  if (direction !== "outbound" || message.kind === "call")
    return html`${before}<span>${time}</span>`;
  if (local?.state === "waiting") {
    const words = local.unkept ? t.waitingUnkept : t.waitingNetwork;
    return html`<span>${words}</span>${ticks("queued")}`;
  }
  const stopped = local?.state === "refused" || local?.state === "stale";
  const status = stopped ? "failed" : statusOf(message);
  return html`${before}<span>${time}</span>${ticks(status)}`;
}

/** A press shows what stood there before, when that is known. */
function edited(message: ThreadMessage, revealed: boolean, reveal: () => void) {
  if (message.editedAt === undefined || message.deletedAt !== undefined) return nothing;
  if (message.original === undefined) return html`<span>${t.edited} ·</span>`;
  return html`<button
      type="button"
      class="edited"
      aria-expanded=${revealed}
      title=${t.showOriginal}
      @click=${reveal}
    >
      ${t.edited}</button
    ><span>·</span>`;
}
