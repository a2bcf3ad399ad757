import { cut as cutText, type Sender } from "@hilo/schema";
import { addressOf } from "./address.ts";
import type { Chat, TelegramMessage, User } from "./wire.ts";

/** The customer of a chat: its person when it is private, else the group or channel itself. */
export function senderOf(chat: Chat, person?: User, connection?: string): Sender {
  const alone = isPrivate(chat);
  const name = cut(chat.title || nameOf(chat) || (alone ? nameOf(person) : ""));
  const username = chat.username || (alone ? person?.username : undefined);
  return {
    address: addressOf(chat, connection),
    ...(name ? { name } : {}),
    ...(username ? { username: cut(username) } : {}),
  };
}

/** A private chat has the id of its person, which is positive; groups and channels have negative ones. */
export function isPrivate(chat: Chat): boolean {
  return chat.type ? chat.type === "private" : chat.id > 0;
}

/** Who wrote inside a group or a channel; empty in a private chat, and when it was the group itself. */
export function writerOf({ chat, from, sender_chat, author_signature }: TelegramMessage): string {
  if (isPrivate(chat)) return "";
  // Who writes as the group itself stands behind a bot of Telegram's, whose name says nothing.
  const name = sender_chat ? sender_chat.title : nameOf(from);
  return name === chat.title && !author_signature ? "" : cut(author_signature || name || "");
}

export function nameOf(named: Pick<User, "first_name" | "last_name"> | undefined): string {
  return [named?.first_name, named?.last_name].filter(Boolean).join(" ");
}

/** No longer than a name may be here, and not cut in the middle of a character. */
export function cut(name: string): string {
  return cutText(name, 200);
}
