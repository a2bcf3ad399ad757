import type { Call, InboundEvent } from "@hilo/schema";
import * as z from "zod";
import { personOf } from "../meta-sender.ts";
import { millisOf, soft } from "../meta-wire.ts";

const text = soft(z.string());
const plain = soft(z.union([z.string(), z.number()]).transform(String));

const WhatsAppCall = z.looseObject({
  id: z.string().min(1).max(300),
  event: text,
  direction: text,
  from: plain,
  from_user_id: text,
  to: plain,
  to_user_id: text,
  timestamp: plain,
  status: text,
  duration: soft(z.coerce.number().nonnegative()),
});
type WhatsAppCall = z.infer<typeof WhatsAppCall>;

type Place = { account?: string | undefined; contacts?: unknown };

/**
 * A call on WhatsApp that began or ended. Hilo answers none: it stands in the thread, so that somebody calls back.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/calling
 */
export function readCall(item: unknown, { account, contacts }: Place): InboundEvent {
  const parsed = WhatsAppCall.safeParse(item);
  if (!parsed.success) return unsupported("A WhatsApp call without an id");
  const { id, timestamp, ...told } = parsed.data;
  const inbound = told.direction !== "BUSINESS_INITIATED";
  const sender = inbound
    ? personOf({ phone: told.from, userId: told.from_user_id }, contacts)
    : personOf({ phone: told.to, userId: told.to_user_id }, contacts);
  const step = stepOf(told, inbound);
  if (!sender || !step) return unsupported(`A WhatsApp call: ${told.event?.slice(0, 60)}`);
  const call: Call = { direction: inbound ? "inbound" : "outbound", ...step };
  return event(id, millisOf(timestamp), { account, sender, call });
}

type Step = Pick<Call, "state" | "sequence" | "durationMs">;

function stepOf({ event, status, duration }: Partial<WhatsAppCall>, inbound: boolean) {
  if (event === "connect") return { state: "ringing", sequence: 1 } satisfies Step;
  if (event !== "terminate") return undefined;
  if (duration)
    return {
      state: "completed",
      sequence: 9,
      durationMs: Math.round(duration * 1000),
    } satisfies Step;
  const state = inbound || status === "COMPLETED" ? "missed" : "failed";
  return { state, sequence: 9 } satisfies Step;
}

const Status = z.looseObject({
  id: z.string().min(1).max(300),
  status: z.string(),
  timestamp: plain,
  recipient_id: plain,
  recipient_user_id: text,
});

const steps: Record<string, Step> = {
  RINGING: { state: "ringing", sequence: 2 },
  ACCEPTED: { state: "inProgress", sequence: 3 },
  REJECTED: { state: "missed", sequence: 4 },
};

/** How far a call of the business has come. */
export function readCallStatus(item: unknown, { account }: Place): InboundEvent {
  const parsed = Status.safeParse(item);
  if (!parsed.success) return unsupported("A status of a WhatsApp call without an id");
  const { id, status, timestamp, recipient_id: phone, recipient_user_id: userId } = parsed.data;
  const sender = personOf({ phone, userId }, undefined);
  const step = Object.hasOwn(steps, status) ? steps[status] : undefined;
  if (!sender || !step) return unsupported(`A status of a WhatsApp call: ${status.slice(0, 60)}`);
  const call: Call = { direction: "outbound", ...step };
  return event(id, millisOf(timestamp), { account, sender, call });
}

type Told = Pick<Extract<InboundEvent, { type: "call" }>, "sender" | "call"> & Place;

function event(
  externalId: string,
  at: number | null,
  { account, sender, call }: Told,
): InboundEvent {
  return { type: "call", ...(account ? { account } : {}), externalId, at, sender, call };
}

function unsupported(reason: string): InboundEvent {
  return { type: "unsupported", reason };
}
