import type { InboundEvent, MessageEvent } from "@hilo/schema";
import type { z } from "zod";
import type { RawRequest } from "../adapter.ts";
import { messageIdOf, millis } from "./address.ts";
import { deletionsOf, editOf, reactionOf } from "./changes.ts";
import { contentOf, phoneOf } from "./content.ts";
import { ignoredKinds, noticeIn, type updateKinds } from "./kinds.ts";
import { connectionOf, consentOf, migrationOf } from "./membership.ts";
import { pressOf } from "./press.ts";
import { senderOf, writerOf } from "./sender.ts";
import {
  BusinessConnection,
  CallbackQuery,
  DeletedMessages,
  MessageReaction,
  OwnMembership,
  TelegramMessage,
  Update,
} from "./wire.ts";

type Read = (content: unknown, update: Update) => InboundEvent[];

/** Reads one update; one of an unknown kind or shape is told as such. */
export function parse({ rawBody }: Pick<RawRequest, "rawBody">): InboundEvent[] {
  const update = updateIn(rawBody);
  if (!update) return [unsupported("A body that is no update")];
  const kinds = Object.keys(update).filter((key) => key !== "update_id");
  const known = kinds.find((kind): kind is keyof typeof readers => Object.hasOwn(readers, kind));
  if (known) return readers[known](update[known], update);
  const ignored = kinds.find((kind) => ignoredKinds.has(kind));
  if (ignored) return [{ type: "ignored", reason: ignored }];
  return [unsupported(`An update of an unknown kind: ${kinds.join(", ").slice(0, 80) || "none"}`)];
}

/** The update of a body; undefined when it is none. */
export function updateIn(rawBody: Buffer): Update | undefined {
  try {
    return Update.safeParse(JSON.parse(rawBody.toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

function unsupported(reason: string): InboundEvent {
  return { type: "unsupported", reason };
}

/** A reader of what matches the schema; anything else under its name is of an unknown shape. */
function reading<Schema extends z.ZodType>(
  schema: Schema,
  read: (content: z.infer<Schema>, update: Update) => InboundEvent | InboundEvent[],
): Read {
  return (content, update) => {
    const known = schema.safeParse(content);
    if (!known.success) return [unsupported("An update of an unknown shape")];
    return [read(known.data, update)].flat();
  };
}

const message = reading(TelegramMessage, messageOf);
const edit = reading(TelegramMessage, editOf);

const readers: Record<(typeof updateKinds)[number], Read> = {
  message,
  channel_post: message,
  business_message: message,
  edited_message: edit,
  edited_channel_post: edit,
  edited_business_message: edit,
  deleted_business_messages: reading(DeletedMessages, deletionsOf),
  business_connection: reading(BusinessConnection, connectionOf),
  callback_query: reading(CallbackQuery, pressOf),
  message_reaction: reading(MessageReaction, reactionOf),
  my_chat_member: reading(OwnMembership, consentOf),
};

function messageOf(message: TelegramMessage): InboundEvent {
  const migration = migrationOf(message);
  if (migration) return migration;
  if (message.sender_business_bot) return { type: "ignored", reason: "Sent by the bot itself" };
  const notice = noticeIn(message);
  return notice ? { type: "ignored", reason: notice } : written(message);
}

function written(message: TelegramMessage): MessageEvent {
  const { chat, from, business_connection_id: connection } = message;
  // In a business account's chat, whoever is not its customer is the business itself, in Telegram's own app.
  const echo = connection !== undefined && from !== undefined && from.id !== chat.id;
  const sender = senderOf(chat, echo ? undefined : from, connection);
  const writer = writerOf(message);
  return {
    type: "message",
    externalId: messageIdOf(sender.address, message.message_id),
    at: millis(message.date),
    order: message.message_id,
    sender: { ...sender, ...ownPhone(message) },
    ...contentOf(message),
    ...(echo ? { echo } : {}),
    ...(writer ? { writer } : {}),
    ...(message.forward_origin ? { forwarded: true } : {}),
    ...(message.media_group_id ? { album: message.media_group_id.slice(0, 200) } : {}),
    ...quoted(message, sender.address),
    ...referralOf(message),
  };
}

/** In a topic every message answers the one that opened it, which is no quotation. */
function quoted(message: TelegramMessage, address: string): Pick<MessageEvent, "replyTo"> {
  const { reply_to_message: to } = message;
  if (!to || to.forum_topic_created !== undefined) return {};
  return { replyTo: messageIdOf(address, to.message_id) };
}

/** A person who shares their own card tells their phone; anybody else's card proves nothing. */
function ownPhone({ contact, from }: TelegramMessage): { phone?: string } {
  if (!contact || contact.user_id === undefined || contact.user_id !== from?.id) return {};
  const phone = phoneOf(contact.phone_number);
  return /^\+[1-9]\d{6,14}$/.test(phone) ? { phone } : {};
}

/** `/start` with a word behind it comes from a link to the bot. @see https://core.telegram.org/bots/features#deep-linking */
function referralOf({ text = "" }: TelegramMessage): Pick<MessageEvent, "referral"> {
  const sourceId = /^\/start(?:@\w+)? ([\w-]{1,512})$/.exec(text)?.[1];
  return sourceId ? { referral: { sourceId, sourceType: "link" } } : {};
}
