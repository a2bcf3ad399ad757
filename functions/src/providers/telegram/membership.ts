import type { AccountEvent, IdentityEvent, InboundEvent } from "@hilo/schema";
import { millis, momentOf } from "./address.ts";
import { cut, nameOf, senderOf } from "./sender.ts";
import type {
  BusinessConnection,
  Chat,
  Membership,
  OwnMembership,
  TelegramMessage,
  Update,
} from "./wire.ts";

/** The bot was blocked or unblocked, or taken out of a group or put into one. */
export function consentOf(event: OwnMembership, { update_id }: Update): InboundEvent {
  const { chat, from, date, old_chat_member: before, new_chat_member: now } = event;
  if (before && mayWrite(before) === mayWrite(now))
    return { type: "ignored", reason: "Other rights of the bot changed" };
  return {
    type: "consent",
    externalId: `update:${update_id}`,
    at: momentOf(date, update_id),
    sender: senderOf(chat, from),
    consent: mayWrite(now) ? "start" : "stop",
  };
}

function mayWrite(member: Membership): boolean {
  if (member.status === "restricted")
    return member.is_member !== false && member.can_send_messages !== false;
  return member.status !== "kicked" && member.status !== "left";
}

/** A group became a supergroup: it goes by another id from now on. Both chats tell it, under one id. */
export function migrationOf(message: TelegramMessage): IdentityEvent | undefined {
  const { chat, migrate_to_chat_id: to, migrate_from_chat_id: from, date } = message;
  if (to === undefined && from === undefined) return undefined;
  const was = to === undefined ? (from ?? chat.id) : chat.id;
  const now: Chat = { ...chat, id: to ?? chat.id, type: "supergroup" };
  return {
    type: "identity",
    externalId: `migration:${was}:${now.id}`,
    at: millis(date),
    was: String(was),
    sender: senderOf(now),
  };
}

/** A business account connected the bot or took it away. */
export function connectionOf(event: BusinessConnection): AccountEvent {
  const who = cut(event.user.username ? `@${event.user.username}` : nameOf(event.user));
  const silent = event.is_enabled && event.rights?.can_reply === false;
  const what = event.is_enabled ? "connected" : "disconnected";
  return {
    type: "account",
    level: event.is_enabled && !silent ? "info" : "warning",
    code: `business.${silent ? "readOnly" : what}`,
    text: silent
      ? `The business account ${who} connected the bot without the right to reply.`
      : `The business account ${who} ${what} the bot.`,
  };
}
