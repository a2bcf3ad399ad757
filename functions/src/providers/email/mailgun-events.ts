import type { InboundEvent } from "@hilo/schema";
import * as z from "zod";
import type { Account } from "../adapter.ts";
import { statusEvent, stopEvent, timeOf } from "./status.ts";

const text = z.string().optional().catch(undefined);
const code = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);

const Data = z.looseObject({
  event: z.string(),
  id: text,
  timestamp: z.number().optional().catch(undefined),
  recipient: text,
  severity: text,
  reason: text,
  message: z
    .looseObject({ headers: z.looseObject({ "message-id": text }).optional() })
    .optional()
    .catch(undefined),
  "delivery-status": z
    .looseObject({ code, "enhanced-code": text, message: text, description: text })
    .optional()
    .catch(undefined),
  "user-variables": z
    .looseObject({ hilo_conversation: text, hilo_message: text, hilo_mark: text, hilo_to: text })
    .optional()
    .catch(undefined),
});
type Data = z.infer<typeof Data>;

const Body = z.looseObject({ "event-data": Data });

/** @see https://documentation.mailgun.com/docs/mailgun/user-manual/events/events */
export function mailgunEvents(body: unknown, account: Account): InboundEvent[] {
  const parsed = Body.safeParse(body);
  if (!parsed.success)
    return [{ type: "unsupported", reason: "A Mailgun webhook of an unknown kind" }];
  return [eventOf(parsed.data["event-data"], account)];
}

const meaningless = new Set(["accepted", "opened", "clicked", "stored", "list_member_uploaded"]);

function eventOf(data: Data, account: Account): InboundEvent {
  const at = timeOf(data.timestamp);
  if (data.event === "complained" || data.event === "unsubscribed")
    return stopEvent(data.recipient ?? "", data.id || `${data.event}:${data.recipient}`, at);
  if (data.event === "delivered")
    return statusEvent(account, { status: "delivered", at, ...idsOf(data) });
  if (data.event === "failed" && data.severity === "temporary")
    return { type: "ignored", reason: "Mailgun is still trying to deliver" };
  if (data.event === "failed" || data.event === "rejected")
    return statusEvent(account, { status: "failed", at, ...idsOf(data), ...failureOf(data) });
  if (meaningless.has(data.event))
    return { type: "ignored", reason: `Mailgun's event ${data.event}` };
  return {
    type: "unsupported",
    reason: `A Mailgun event of an unknown kind: ${data.event.slice(0, 40)}`,
  };
}

function idsOf(data: Data) {
  return {
    messageId: data.message?.headers?.["message-id"],
    conversation: data["user-variables"]?.hilo_conversation,
    message: data["user-variables"]?.hilo_message,
    mark: data["user-variables"]?.hilo_mark,
    recipient: data.recipient,
    to: data["user-variables"]?.hilo_to,
  };
}

function failureOf({ reason, "delivery-status": delivery }: Data) {
  return {
    code: delivery?.["enhanced-code"] || delivery?.code || reason || "rejected",
    words: delivery?.message || delivery?.description || reason || "",
  };
}
