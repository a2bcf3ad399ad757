import type { MessageEvent } from "@hilo/schema";
import { messageIdOf } from "./address.ts";
import { cut, isPrivate, nameOf, senderOf } from "./sender.ts";
import type { CallbackQuery, TelegramMessage } from "./wire.ts";

/** Somebody pressed a button under a message; Telegram does not tell when. */
export function pressOf(query: CallbackQuery): MessageEvent {
  const { from, message } = query;
  const chat = message?.chat ?? { ...from, type: "private" };
  const sender = senderOf(chat, from, message?.business_connection_id);
  const id = query.data ?? query.game_short_name ?? "";
  const title = titleOf(id, message) ?? id;
  const writer = isPrivate(chat) ? "" : cut(nameOf(from));
  return {
    type: "message",
    externalId: `press:${query.id}`,
    at: null,
    sender,
    kind: "buttons",
    text: title,
    files: [],
    choice: { id, title },
    ...(writer ? { writer } : {}),
    ...(message ? { replyTo: messageIdOf(sender.address, message.message_id) } : {}),
  };
}

/** What the pressed button says, as long as its message can still be read. */
function titleOf(data: string, message?: TelegramMessage): string | undefined {
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.find((button) => button.callback_data === data)?.text;
}
