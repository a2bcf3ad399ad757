import type { Chat } from "./wire.ts";

/**
 * Where an answer goes: the chat's id or, in a chat that the bot handles for a business account, the
 * connection's id, a colon and the chat's.
 */
export function addressOf(chat: Pick<Chat, "id">, connection?: string): string {
  return connection ? `${connection}:${chat.id}` : String(chat.id);
}

/** A message's id here: Telegram counts messages by chat. */
export function messageIdOf(address: string, messageId: number): string {
  return `${address}:${messageId}`;
}

/** The parameters that name a chat to the Bot API. */
export function chatOf(address: string): {
  chat_id: number | string;
  business_connection_id?: string;
} {
  const colon = address.lastIndexOf(":");
  const chat = address.slice(colon + 1);
  const id = Number(chat);
  return {
    ...(colon > 0 ? { business_connection_id: address.slice(0, colon) } : {}),
    chat_id: Number.isSafeInteger(id) ? id : chat,
  };
}

/** Telegram's number of a message in a chat; undefined for a message of another chat, or for none. */
export function numberIn(address: string, externalId: string): number | undefined {
  if (!externalId.startsWith(`${address}:`)) return undefined;
  const rest = externalId.slice(address.length + 1);
  return /^\d+$/.test(rest) ? Number(rest) : undefined;
}

/** When a change came: Telegram tells seconds, but counts its updates, so that of two in one second the later is later. */
export function momentOf(seconds: number | undefined, updateId: number): number | null {
  const at = millis(seconds);
  return at === null ? null : at + Math.abs(updateId % 1000);
}

/** Telegram's seconds as milliseconds; null for none, which an inaccessible message has. */
export function millis(seconds: number | undefined): number | null {
  return seconds && seconds > 0 && seconds < 8.64e12 ? seconds * 1000 : null;
}
