import type { ChangeEvent, InboundEvent } from "@hilo/schema";
import { messageIdOf, momentOf } from "./address.ts";
import { contentOf } from "./content.ts";
import { senderOf } from "./sender.ts";
import type {
  DeletedMessages,
  MessageReaction,
  TelegramMessage,
  TelegramReaction,
  Update,
} from "./wire.ts";

/** A message was edited: its text, or the words under its file. */
export function editOf(message: TelegramMessage, { update_id }: Update): InboundEvent {
  const { kind, text } = contentOf(message);
  if (kind === "location") return { type: "ignored", reason: "A live location moved" };
  if (kind === "unsupported") return { type: "ignored", reason: "An edit of what is not shown" };
  const sender = senderOf(message.chat, undefined, message.business_connection_id);
  return {
    type: "change",
    externalId: `update:${update_id}`,
    at: momentOf(message.edit_date ?? message.date, update_id),
    sender,
    target: messageIdOf(sender.address, message.message_id),
    change: { kind: "edit", text },
  };
}

/** A person changed their reaction; of several only the last is kept. */
export function reactionOf(event: MessageReaction, { update_id }: Update): ChangeEvent {
  const sender = senderOf(event.chat, event.user);
  const by = event.user?.id ?? event.actor_chat?.id ?? event.chat.id;
  return {
    type: "change",
    externalId: `update:${update_id}`,
    at: momentOf(event.date, update_id),
    sender,
    target: messageIdOf(sender.address, event.message_id),
    change: { kind: "reaction", emoji: emojiOf(event.new_reaction.at(-1)), by: String(by) },
  };
}

/** A reaction of one's own drawing has no character of its own. */
function emojiOf(reaction: TelegramReaction | undefined): string {
  if (!reaction) return "";
  if (reaction.emoji && reaction.emoji.length <= 40) return reaction.emoji;
  return reaction.type === "paid" ? "⭐" : "❔";
}

/** Messages of a business account's chat were deleted. */
export function deletionsOf(event: DeletedMessages, { update_id }: Update): InboundEvent[] {
  if (event.message_ids.length === 0) return [{ type: "ignored", reason: "Nothing was deleted" }];
  const sender = senderOf(event.chat, undefined, event.business_connection_id);
  return event.message_ids.map((id) => ({
    type: "change",
    externalId: `update:${update_id}:${id}`,
    at: null,
    sender,
    target: messageIdOf(sender.address, id),
    change: { kind: "delete" },
  }));
}
