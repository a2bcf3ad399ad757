import type { InboundEvent, MessageEvent, Platform, StatusEvent } from "@hilo/schema";
import type { Account, RawRequest } from "../adapter.ts";
import { contentOf } from "./content.ts";
import { explain } from "./errors.ts";
import { senderOf, withoutPrefix } from "./sender.ts";
import { callEvent } from "./voice.ts";
import { formOf, type TwilioForm } from "./wire.ts";

/** Reads one Twilio request: a message, a status of one we sent, a step of a call, or something we do not know. */
export function parse(
  request: RawRequest,
  { platform, address = "" }: Pick<Account, "platform"> & Partial<Account>,
): InboundEvent[] {
  const form = formOf(request.rawBody);
  if (form.CallSid) return [callEvent(form, { address })];
  if (!form.MessageSid) return [unsupported("An event without a MessageSid")];
  if (form.MessageStatus) return [statusEvent(form, form.MessageSid, request.query)];
  if (!form.From) return [unsupported("A message without a sender")];
  return [messageEvent(form, form.MessageSid, platform)];
}

function unsupported(reason: string): InboundEvent {
  return { type: "unsupported", reason };
}

function messageEvent(form: TwilioForm, externalId: string, platform: Platform): MessageEvent {
  return {
    type: "message",
    externalId,
    at: null,
    sender: senderOf(form),
    ...contentOf(form),
    ...(form.Forwarded === "true" || form.FrequentlyForwarded === "true"
      ? { forwarded: true }
      : {}),
    ...(form.OriginalRepliedMessageSid ? { replyTo: form.OriginalRepliedMessageSid } : {}),
    ...consentOf(form, platform),
  };
}

/** Twilio's words for a state → ours; what Twilio has queued is beyond our own queue. */
const states: Record<string, StatusEvent["status"]> = {
  accepted: "sending",
  scheduled: "sending",
  queued: "sending",
  sending: "sending",
  sent: "sent",
  delivered: "delivered",
  partially_delivered: "delivered",
  read: "read",
  undelivered: "failed",
  failed: "failed",
  canceled: "failed",
};

function statusEvent(
  form: TwilioForm,
  externalId: string,
  query: Record<string, string>,
): InboundEvent {
  const word = form.MessageStatus ?? "";
  const status = Object.hasOwn(states, word) ? states[word] : undefined;
  if (!status)
    return unsupported(`A message status of an unknown kind: ${form.MessageStatus?.slice(0, 40)}`);
  return {
    type: "status",
    externalId,
    status,
    at: null,
    ...oursIn(form, query),
    ...(status === "failed" ? { error: failureOf(form) } : {}),
  };
}

/** What our callback address says of the message; without its mark it is looked for by whom it went to. */
function oursIn(
  { To = "" }: TwilioForm,
  { conversation: conversationId, message: messageId, mark }: Record<string, string>,
): Pick<StatusEvent, "message" | "sender"> {
  if (!conversationId || !messageId) return {};
  if (mark) return { message: { conversationId, messageId, mark } };
  const address = withoutPrefix(To).slice(0, 140);
  return address ? { sender: { address } } : {};
}

function failureOf(form: TwilioForm) {
  const known = explain(form.ErrorCode ?? form.MessageStatus ?? "failed");
  return known.reason === "other" && form.ErrorMessage
    ? { ...known, message: form.ErrorMessage }
    : known;
}

/**
 * The words Twilio itself acts on; Advanced Opt-Out names the wish in OptOutType instead.
 * @see https://help.twilio.com/articles/223134027
 */
const consentWords: ReadonlyMap<string, MessageEvent["consent"]> = new Map([
  ["STOP", "stop"],
  ["STOPALL", "stop"],
  ["UNSUBSCRIBE", "stop"],
  ["CANCEL", "stop"],
  ["END", "stop"],
  ["QUIT", "stop"],
  ["REVOKE", "stop"],
  ["OPTOUT", "stop"],
  ["START", "start"],
  ["UNSTOP", "start"],
  ["YES", "start"],
  ["HELP", "help"],
  ["INFO", "help"],
] as const);

function consentOf(form: TwilioForm, platform: Platform): Pick<MessageEvent, "consent"> {
  const word = (form.OptOutType || form.Body || "").trim().toUpperCase();
  const consent = consentWords.get(word);
  if (!consent) return {};
  // On WhatsApp "yes" and "info" are ordinary answers: only the unmistakable words count there.
  const plain = !form.OptOutType && platform === "whatsapp";
  return plain && !["STOP", "STOPALL", "UNSUBSCRIBE", "START", "UNSTOP"].includes(word)
    ? {}
    : { consent };
}
