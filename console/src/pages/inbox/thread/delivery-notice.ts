import type { FailureReason } from "@hilo/schema";
import { statusOf } from "@hilo/schema/message";
import { html, nothing, type TemplateResult } from "lit";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { failures } from "../../../text/failures.ts";
import { problems } from "../../../text/problems.ts";
import { t } from "../../../text/thread.ts";
import { w } from "../../../text/words.ts";
import { icon } from "../../../ui/icon.ts";

/** What no repetition mends: the message or whom it goes to has to be another. */
const hopeless = new Set<FailureReason>([
  "windowClosed",
  "optedOut",
  "blocked",
  "badAddress",
  "content",
  "media",
  "template",
  "templatePaused",
  "policy",
  "otherChannel",
]);

type Tell = (type: string, detail?: unknown) => void;

/** Why a message did not arrive, or that nobody knows, and what can be done about it. */
export function deliveryNotice(
  message: ThreadMessage,
  tell: Tell,
): TemplateResult | typeof nothing {
  if (message.direction === "inbound") return nothing;
  const again = () => tell("retry", message);
  const { local } = message;
  if (local?.state === "refused") {
    const drop = button(t.discard, () => tell("discard", message.id));
    return notice("bad", problems[local.code], html`${button(w.retry, again)} ${drop}`);
  }
  const status = message.direction === "outbound" ? statusOf(message) : "sent";
  if (status !== "failed" && status !== "unknown") return nothing;
  if (message.echo) return notice("bad", failures[message.error?.reason ?? "other"], nothing);
  if (message.retriedAs !== undefined) return notice("quiet", t.retried, nothing);
  if (status === "unknown") return notice("warning", t.unknownWhy, button(t.sendAgain, again));
  const reason = message.error?.reason ?? "other";
  return notice("bad", failures[reason], hopeless.has(reason) ? nothing : button(w.retry, again));
}

function notice(tone: string, text: string, actions: unknown): TemplateResult {
  return html`<div class="notice ${tone}">
    ${tone === "quiet" ? nothing : icon("alert", 14)}
    <span>${text} ${actions}</span>
  </div>`;
}

function button(text: string, run: () => void): TemplateResult {
  return html`<button type="button" class="again" @click=${run}>${text}</button>`;
}
