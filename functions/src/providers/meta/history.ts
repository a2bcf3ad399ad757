import type { InboundEvent } from "@hilo/schema";
import * as z from "zod";
import { readMessage } from "../meta-message.ts";
import { Items, MetaError, soft } from "../meta-wire.ts";
import type { WhatsAppValue } from "./wire.ts";

// What was written in the phone's own app before it was connected, for up to half a year back: in chunks of threads,
// and the files of the last two weeks once more by themselves.
// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/history

const plain = soft(z.union([z.string(), z.number()]).transform(String));

const Thread = z.looseObject({
  /** The customer's phone. */
  id: plain,
  context: soft(z.looseObject({ user_id: soft(z.string()) })),
  messages: Items,
});
type Thread = z.infer<typeof Thread>;

const Chunk = z.looseObject({ threads: Items, errors: Items });

const Written = z.looseObject({
  from: plain,
  to: plain,
  history_context: soft(z.looseObject({ from_me: soft(z.boolean()) })),
});

type Place = { account?: string };

/** The messages of a chunk, each with its own time and marked as past. */
export function readHistory(value: WhatsAppValue, { account }: Place): InboundEvent[] {
  const us = digitsOf(value.metadata?.display_phone_number);
  const place = { account, contacts: value.contacts, us };
  const events = value.history.flatMap((item) => readChunk(item, place));
  const files = value.messages.flatMap((item) => readWritten(item, undefined, place));
  const all = [...events, ...files];
  return all.length > 0
    ? all
    : [{ type: "ignored", reason: "A part of the history without messages" }];
}

type Whole = { account: string | undefined; contacts: unknown; us: string };

function readChunk(item: unknown, place: Whole): InboundEvent[] {
  const chunk = Chunk.safeParse(item).data;
  if (!chunk) return [];
  const events = chunk.threads.flatMap((one) => {
    const thread = Thread.safeParse(one).data;
    return (thread?.messages ?? []).flatMap((message) => readWritten(message, thread, place));
  });
  return [...events, ...chunk.errors.map(refused)];
}

/** Mostly that whoever owns the phone does not share it, which is theirs to decide. */
function refused(item: unknown): InboundEvent {
  const error = MetaError.safeParse(item).data;
  const words = error?.error_data?.details ?? error?.message ?? error?.title ?? "";
  return { type: "ignored", reason: `The history is not told: ${words}`.slice(0, 200) };
}

function readWritten(item: unknown, thread: Thread | undefined, place: Whole): InboundEvent[] {
  const { account, contacts, us } = place;
  const { from, to, history_context: context } = Written.safeParse(item).data ?? {};
  const echo = context?.from_me ?? (us !== "" && digitsOf(from) === us);
  const customer = thread?.id ?? (echo ? to : from);
  const userId = thread?.context?.user_id;
  const names = echo
    ? { to: customer, ...(userId ? { to_user_id: userId } : {}) }
    : { from: customer, ...(userId ? { from_user_id: userId } : {}) };
  const whole = { ...(item as object), ...names };
  return readMessage(whole, { account, contacts, ...(echo ? { echo } : {}) }).map((event) =>
    event.type === "message" ? { ...event, past: true } : event,
  );
}

function digitsOf(phone = ""): string {
  return phone.replace(/\D/g, "");
}
