import type { Location } from "@hilo/schema";
import { type OutboundMessage, ProviderError } from "../adapter.ts";
import { chatOf, numberIn } from "./address.ts";
import type { BotCall } from "./bot.ts";
import { contactCall } from "./contact-out.ts";
import { codeOf, explain } from "./errors.ts";
import { keyboardOf, wordsOf } from "./keyboard.ts";
import { wayOf } from "./media-out.ts";

/** How a file is handed over: by its address, for Telegram to fetch, or whole. */
export type Handing = "url" | "upload";

/** The call that sends a message. Texts go without a parse mode, so that what a person typed stays what it is. */
export function callOf(message: OutboundMessage, handing: Handing = "url"): BotCall {
  if (message.kind === "reaction") return reactionCall(message);
  const base = { ...chatOf(message.to), ...replyOf(message) };
  if (message.kind === "location" && message.location) return locationCall(base, message.location);
  const [card] = message.cards ?? [];
  if (message.kind === "contact" && card) return contactCall(base, message.cards ?? []);
  const call = message.files.length > 0 ? fileCall(message, handing) : textCall(message);
  return { ...call, params: { ...base, ...call.params, ...keyboardOf(message.options) } };
}

/** Whether a message's file may be fetched by Telegram, as far as Telegram's rules go. */
export function mayBeFetched(message: OutboundMessage): boolean {
  const [file] = message.files;
  return file !== undefined && file.size <= wayOf(message, file).byUrl;
}

function textCall({ text, options }: OutboundMessage): BotCall {
  return { method: "sendMessage", params: { text: wordsOf(text, options) } };
}

function fileCall(message: OutboundMessage, handing: Handing): BotCall {
  const [file] = message.files;
  if (!file) throw new Error("There is no file to send");
  const { method, field, caption } = wayOf(message, file);
  const words = caption ? wordsOf(message.text, message.options) : "";
  const params = words ? { caption: words } : {};
  if (handing === "url" && mayBeFetched(message))
    return { method, params: { [field]: file.url, ...params } };
  return { method, params, upload: { name: field, file } };
}

function locationCall(base: BotCall["params"], place: Location): BotCall {
  const { latitude, longitude, name, address } = place;
  const point = { ...base, latitude, longitude };
  if (!name && !address) return { method: "sendLocation", params: point };
  const title = name || address;
  return { method: "sendVenue", params: { ...point, title, address: address || name } };
}

/** A quoted message that is gone does not hold the answer up. */
function replyOf({ to, replyTo }: OutboundMessage): Record<string, unknown> {
  const id = replyTo === undefined ? undefined : numberIn(to, replyTo);
  return id === undefined
    ? {}
    : { reply_parameters: { message_id: id, allow_sending_without_reply: true } };
}

/** An empty text takes the reaction back. In a business account's chats a bot cannot react. */
function reactionCall({ to, replyTo, text }: OutboundMessage): BotCall {
  const id = replyTo === undefined ? undefined : numberIn(to, replyTo);
  const { business_connection_id, ...chat } = chatOf(to);
  if (id === undefined || business_connection_id) {
    const code = codeOf(400, id === undefined ? "message to react not found" : "REACTION_INVALID");
    throw new ProviderError("refused", code, explain(code).message);
  }
  const reaction = text ? [{ type: "emoji", emoji: text }] : [];
  return { method: "setMessageReaction", params: { ...chat, message_id: id, reaction } };
}
