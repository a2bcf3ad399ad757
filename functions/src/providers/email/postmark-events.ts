import type { InboundEvent } from "@hilo/schema";
import * as z from "zod";
import type { Account } from "../adapter.ts";
import { statusEvent, stopEvent, timeOf } from "./status.ts";

const text = z.string().optional().catch(undefined);

const Event = z.looseObject({
  RecordType: z.string(),
  MessageID: text,
  Recipient: text,
  Email: text,
  DeliveredAt: text,
  BouncedAt: text,
  ChangedAt: text,
  Type: text,
  Description: text,
  Details: text,
  SuppressSending: z.boolean().optional().catch(undefined),
  Metadata: z
    .looseObject({
      "hilo-conversation": text,
      "hilo-message": text,
      "hilo-mark": text,
      "hilo-to": text,
    })
    .optional()
    .catch(undefined),
});
type Event = z.infer<typeof Event>;

/** Postmark's events, or undefined when the body is none. @see https://postmarkapp.com/developer/webhooks/webhooks-overview */
export function postmarkEvents(body: unknown, account: Account): InboundEvent[] | undefined {
  const event = Event.safeParse(body);
  if (!event.success) return undefined;
  const kind = event.data.RecordType;
  const read = kinds[kind];
  return [read?.(event.data, account) ?? unknown(kind)];
}

function unknown(kind: string): InboundEvent {
  return {
    type: "unsupported",
    reason: `A Postmark event of an unknown kind: ${kind.slice(0, 40)}`,
  };
}

type Read = (event: Event, account: Account) => InboundEvent;

const kinds: Partial<Record<string, Read>> = {
  Delivery: (event, account) =>
    statusEvent(account, { status: "delivered", at: timeOf(event.DeliveredAt), ...idsOf(event) }),
  Bounce: bounce,
  SpamComplaint: (event) => stop(event, event.BouncedAt),
  SubscriptionChange: (event) =>
    event.SuppressSending ? stop(event, event.ChangedAt) : ignored("Somebody wants mail again"),
  Open: () => ignored("Postmark's event Open"),
  Click: () => ignored("Postmark's event Click"),
};

function stop(event: Event, at: string | undefined): InboundEvent {
  const id = `${event.RecordType}:${event.MessageID ?? event.Recipient ?? event.Email}`;
  return stopEvent(event.Email ?? event.Recipient ?? "", id, timeOf(at));
}

/** These end nothing; after a soft bounce Postmark has stopped trying. @see https://postmarkapp.com/developer/api/bounce-api#bounce-types */
const passing = new Set(["Transient", "DnsError", "AutoResponder", "Unknown"]);
const codes: Record<string, string> = {
  HardBounce: "5.1.1",
  SoftBounce: "4.2.2",
  BadEmailAddress: "5.1.3",
  Blocked: "5.7.1",
  SpamNotification: "5.7.1",
  DMARCPolicy: "5.7.26",
  SMTPApiError: "5.0.0",
};

function bounce(event: Event, account: Account): InboundEvent {
  const type = event.Type ?? "";
  if (type === "SpamComplaint") return stop(event, event.BouncedAt);
  if (passing.has(type)) return ignored(`Postmark's bounce ${type}`);
  const words = event.Details || event.Description || "";
  const failure = { code: codes[type] ?? type, words };
  return statusEvent(account, {
    status: "failed",
    at: timeOf(event.BouncedAt),
    ...idsOf(event),
    ...failure,
  });
}

function idsOf({ Metadata, Recipient, Email }: Event) {
  return {
    messageId: undefined,
    conversation: Metadata?.["hilo-conversation"],
    message: Metadata?.["hilo-message"],
    mark: Metadata?.["hilo-mark"],
    recipient: Recipient ?? Email,
    to: Metadata?.["hilo-to"],
  };
}

function ignored(reason: string): InboundEvent {
  return { type: "ignored", reason };
}
