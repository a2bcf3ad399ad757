import type { InboundEvent } from "@hilo/schema";
import { readMessage } from "../meta-message.ts";
import { personOf } from "../meta-sender.ts";
import { errorOf, readStatus } from "../meta-status.ts";
import { MetaError, millisOf } from "../meta-wire.ts";
import { readNotice } from "./account-notices.ts";
import { readCall, readCallStatus } from "./calls.ts";
import { readHistory } from "./history.ts";
import { readTemplate } from "./template-changes.ts";
import { type Entry, WhatsAppValue } from "./wire.ts";

type Reader = (value: WhatsAppValue, place: { account?: string }) => InboundEvent[];

/** What happened on a WhatsApp account, by the field that changed. */
export function readWhatsAppChange(
  field: string,
  value: Record<string, unknown>,
  { id, time }: Entry,
): InboundEvent[] {
  const reader = Object.hasOwn(readers, field) ? readers[field] : undefined;
  const quiet = Object.hasOwn(quietFields, field) ? quietFields[field] : undefined;
  if (quiet) return [{ type: "ignored", reason: quiet }];
  if (reader) {
    const whole = WhatsAppValue.parse(value);
    const phoneNumberId = whole.metadata?.phone_number_id;
    return reader(whole, phoneNumberId ? { account: phoneNumberId } : {});
  }
  // What concerns the whole business account names no phone number.
  const place = { ...(id ? { account: id } : {}), time: millisOf(String(time ?? "")) };
  return (
    readTemplate(field, value, place) ?? readNotice(field, value, place) ?? [unknown(field, place)]
  );
}

const readers: Record<string, Reader> = {
  messages: readMessages,
  smb_message_echoes: (value, { account }) =>
    value.message_echoes.flatMap((item) =>
      readMessage(item, { account, contacts: value.contacts, echo: true }),
    ),
  calls: (value, { account }) => [
    ...value.calls.map((item) => readCall(item, { account, contacts: value.contacts })),
    ...value.statuses.map((item) => readCallStatus(item, { account })),
  ],
  user_preferences: readPreferences,
  history: readHistory,
};

const quietFields: Record<string, string> = {
  smb_app_state_sync: "The phone's own app changed its address book",
  flows: "A form changed",
  message_template_components_update: "The text of a template changed: a sync brings it",
};

/** Errors that come alone are the account's; beside a message they say why it came without its body. */
function readMessages(value: WhatsAppValue, { account }: { account?: string }): InboundEvent[] {
  const { messages, statuses, contacts, errors } = value;
  const events = [
    ...messages.flatMap((item) => readMessage(item, { account, contacts })),
    ...statuses.map((item) => readStatus(item, account)),
  ];
  if (events.length > 0) return events;
  if (errors.length === 0) return [unknown("messages", account ? { account } : {})];
  return errors.map((item) => accountError(item, account));
}

function accountError(item: unknown, account?: string): InboundEvent {
  const parsed = MetaError.safeParse(item);
  const error = parsed.success ? parsed.data : undefined;
  const { code, reason, message } = errorOf(error);
  const passing = ["rateLimited", "transient"].includes(reason);
  return {
    type: "account",
    ...(account ? { account } : {}),
    level: passing ? "warning" : "error",
    code: code.slice(0, 80),
    text: [message, error?.error_data?.details].filter(Boolean).join(": ").slice(0, 500),
  };
}

/** Somebody stopped marketing messages, or wants them again; what they ask is answered all the same. */
function readPreferences(
  { user_preferences: items, contacts }: WhatsAppValue,
  { account }: { account?: string },
): InboundEvent[] {
  return items.map((item): InboundEvent => {
    const { wa_id, user_id, value, timestamp } = { ...(item as Record<string, unknown>) };
    const phone = wa_id === undefined ? undefined : String(wa_id);
    const userId = typeof user_id === "string" ? user_id : undefined;
    const sender = personOf({ phone, userId }, contacts);
    const consent = value === "stop" ? "stop" : "start";
    if (!sender || !["stop", "resume", "signup"].includes(String(value)))
      return unknown("user_preferences", account ? { account } : {});
    return {
      type: "consent",
      ...(account ? { account } : {}),
      externalId: `preference:${phone ?? userId}:${String(timestamp)}`.slice(0, 300),
      at: millisOf(String(timestamp)),
      sender,
      consent,
      scope: "marketing",
    };
  });
}

function unknown(field: string, { account }: { account?: string }): InboundEvent {
  const reason = `A WhatsApp change of ${field.slice(0, 60)}`;
  return { type: "unsupported", ...(account ? { account } : {}), reason };
}
