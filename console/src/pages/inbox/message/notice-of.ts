import { statusOf } from "@hilo/schema/message";
import { nothing, type TemplateResult } from "lit";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { Lazy } from "../../../ui/lazy.ts";

/** The words about deliveries that went wrong. */
const notices = new Lazy(() => import("./delivery-notice.ts"), { ahead: true });

type Tell = (type: string, detail?: unknown) => void;

/** What is to be said about a message's delivery: mostly nothing, so that the words come when there is something. */
export function noticeOf(
  host: { requestUpdate(): void },
  message: ThreadMessage,
  tell: Tell,
): TemplateResult | typeof nothing {
  if (!isTroubled(message)) return nothing;
  return notices.of(host)?.deliveryNotice(message, tell) ?? nothing;
}

function isTroubled(message: ThreadMessage): boolean {
  if (message.direction === "inbound" || message.direction === "system") return false;
  const state = message.local?.state;
  if (state === "refused" || state === "stale") return true;
  const status = message.direction === "outbound" ? statusOf(message) : "sent";
  return status === "failed" || status === "unknown";
}
