import type { DeliveryError, InboundEvent, StatusEvent } from "@hilo/schema";
import { explain } from "./meta-errors.ts";
import { personOf } from "./meta-sender.ts";
import { idsIn } from "./meta-tag.ts";
import { type MetaError, millisOf, WhatsAppStatus } from "./meta-wire.ts";

/** WhatsApp's words for a state → ours; a voice message that was played was read. */
const states: Record<string, StatusEvent["status"]> = {
  sent: "sent",
  delivered: "delivered",
  read: "read",
  played: "read",
  failed: "failed",
};

/** Reads one item of WhatsApp's `statuses`; never throws. */
export function readStatus(item: unknown, account?: string): InboundEvent {
  const parsed = WhatsAppStatus.safeParse(item);
  const about = account ? { account } : {};
  if (!parsed.success)
    return { type: "unsupported", ...about, reason: "A WhatsApp status without an id" };
  const { id, status: word, timestamp, errors, ...rest } = parsed.data;
  const status = Object.hasOwn(states, word) ? states[word] : undefined;
  if (!status)
    return { type: "unsupported", ...about, reason: `A WhatsApp status: ${word.slice(0, 60)}` };
  const message = idsIn(rest.biz_opaque_callback_data);
  const sender = personOf({ phone: rest.recipient_id, userId: rest.recipient_user_id }, undefined);
  return {
    type: "status",
    ...about,
    externalId: id,
    at: millisOf(timestamp),
    ...(message ? { message } : {}),
    ...(sender ? { sender } : {}),
    status,
    ...(status === "failed" ? { error: errorOf(errors?.[0]) } : {}),
  };
}

/** What an error means, with Meta's own details for whoever reads logs. */
export function errorOf(error: MetaError | undefined): DeliveryError {
  const { code = "failed", error_subcode: subcode } = error ?? {};
  const meaning = explain(subcode ? `${code}/${subcode}` : code);
  const told = error?.error_data?.details || error?.message || error?.title;
  return meaning.reason === "other" && told ? { ...meaning, message: told } : meaning;
}
