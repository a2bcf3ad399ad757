import type { InboundEvent } from "@hilo/schema";
import * as z from "zod";
import type { Account } from "../adapter.ts";
import { statusEvent, stopEvent, timeOf } from "./status.ts";

const text = z.string().optional().catch(undefined);

const Event = z.looseObject({
  event: z.string(),
  email: text,
  timestamp: z.number().optional().catch(undefined),
  "smtp-id": text,
  sg_event_id: text,
  status: text,
  reason: text,
  response: text,
  hilo_conversation: text,
  hilo_message: text,
  hilo_mark: text,
  hilo_to: text,
});
type Event = z.infer<typeof Event>;

/** @see https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event */
export function sendgridEvents(body: unknown, account: Account): InboundEvent[] {
  const list = z.array(z.unknown()).safeParse(body);
  if (!list.success)
    return [{ type: "unsupported", reason: "A SendGrid webhook of an unknown kind" }];
  return list.data.map((one) => {
    const event = Event.safeParse(one);
    if (!event.success) return { type: "unsupported", reason: "A SendGrid event without a kind" };
    return eventOf(event.data, account);
  });
}

const statuses: Record<string, "sent" | "delivered" | "failed"> = {
  processed: "sent",
  delivered: "delivered",
  bounce: "failed",
  dropped: "failed",
};
const stops = new Set(["spamreport", "unsubscribe"]);
const meaningless = new Set([
  "deferred",
  "open",
  "click",
  "group_unsubscribe",
  "group_resubscribe",
]);

function eventOf(event: Event, account: Account): InboundEvent {
  const at = timeOf(event.timestamp);
  if (stops.has(event.event))
    return stopEvent(event.email ?? "", event.sg_event_id || `${event.event}:${event.email}`, at);
  const status = statuses[event.event];
  if (status) return statusEvent(account, { status, at, ...idsOf(event), ...failureOf(event) });
  if (meaningless.has(event.event))
    return { type: "ignored", reason: `SendGrid's event ${event.event}` };
  return {
    type: "unsupported",
    reason: `A SendGrid event of an unknown kind: ${event.event.slice(0, 40)}`,
  };
}

function idsOf(event: Event) {
  return {
    messageId: event["smtp-id"],
    conversation: event.hilo_conversation,
    message: event.hilo_message,
    mark: event.hilo_mark,
    recipient: event.email,
    to: event.hilo_to,
  };
}

function failureOf({ event, status, reason }: Event) {
  return { code: status ?? event, words: reason ?? "" };
}
