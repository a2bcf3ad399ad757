import type { MessageStatus } from "@hilo/schema";
import { html, type TemplateResult } from "lit";
import { t } from "../text/thread.ts";
import { icon } from "./icon.ts";

/** How far a message has come, as a small mark with its name: clock, one tick, two, two that are lit. */
export function ticks(status: MessageStatus): TemplateResult {
  const [drawing, label] = mark(status);
  return html`<span class="ticks ${status}" role="img" aria-label=${label} title=${label}
    >${icon(drawing, 14)}</span
  >`;
}

function mark(status: MessageStatus): ["clock" | "check" | "checkCheck" | "alert", string] {
  if (status === "read") return ["checkCheck", t.read];
  if (status === "delivered") return ["checkCheck", t.delivered];
  if (status === "sent") return ["check", t.sent];
  if (status === "failed") return ["alert", t.notSent];
  if (status === "unknown") return ["alert", t.unknownState];
  return ["clock", status === "sending" ? t.sending : t.queued];
}
