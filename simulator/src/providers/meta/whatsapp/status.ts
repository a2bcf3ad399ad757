import { type Person, userIdOf } from "../../../phones/person.ts";
import type { EntryStatus } from "../../../phones/thread.ts";
import { failureOf } from "../failures.ts";
import type { Taken } from "./send.ts";

type Json = Record<string, unknown>;

/** A report as WhatsApp words it: an item of `statuses`. */
export function statusOf(
  { send, entry, person }: Taken,
  status: EntryStatus,
  code: string | null,
): Json {
  const { biz_opaque_callback_data: given } = send;
  return {
    id: entry.id,
    status,
    timestamp: String(Math.floor(Date.now() / 1000)),
    ...recipient(person, send.phone !== null, status),
    ...(status !== "failed" && status !== "read" && { pricing }),
    ...(code !== null && { errors: [errorOf(code)] }),
    ...(given !== undefined && { biz_opaque_callback_data: given }),
  };
}

const pricing = { billable: true, pricing_model: "PMP", type: "regular", category: "service" };

/** A failed one that went to a phone does not tell the user id. */
function recipient(person: Person, toPhone: boolean, status: EntryStatus): Json {
  const userId = person.userId ?? (person.phone && userIdOf(person.phone));
  const tell = userId && !(status === "failed" && toPhone);
  return {
    ...(person.phone && { recipient_id: person.phone.slice(1) }),
    ...(tell && { recipient_user_id: userId }),
  };
}

function errorOf(code: string): Json {
  const { message, details } = failureOf("whatsapp", code);
  return {
    code: Number(code),
    title: message,
    message,
    error_data: { details: details ?? message },
    href: "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
  };
}
