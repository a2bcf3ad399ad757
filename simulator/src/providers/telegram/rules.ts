import type { Entry } from "../../phones/thread.ts";
import type { World } from "../../phones/world.ts";
import { entryIdOf } from "./chats.ts";
import { badRequest, type Refusal } from "./failures.ts";
import type { Params } from "./read-call.ts";

const MB = 1024 * 1024;

/** Telegram's rules beyond the types of the parameters. @see https://core.telegram.org/bots/api#sendmessage */
export function check(world: World, params: Params, chatId: string): Refusal | null {
  return checkText(params) ?? checkButtons(params) ?? checkReply(world, params, chatId);
}

function checkText({ text, caption }: Params): Refusal | null {
  if (typeof text === "string" && text.trim() === "") return badRequest("message text is empty");
  if (lengthOf(text) > 4096) return badRequest("message is too long");
  return lengthOf(caption) > 1024 ? badRequest("message caption is too long") : null;
}

function lengthOf(text: unknown): number {
  return typeof text === "string" ? text.length : 0;
}

type Button = { text: string; url?: string; callback_data?: string };

/** The rows of buttons under a message; none when there is another kind of keyboard. */
export function rowsOf({ reply_markup: markup }: Params): Button[][] {
  const { inline_keyboard: rows } = Object(markup) as { inline_keyboard?: Button[][] };
  return rows ?? [];
}

function checkButtons(params: Params): Refusal | null {
  for (const { url, callback_data: data } of rowsOf(params).flat()) {
    const bytes = Buffer.byteLength(data ?? "");
    if (data !== undefined && (bytes === 0 || bytes > 64)) return badRequest("BUTTON_DATA_INVALID");
    if (url !== undefined && !/^(https?|tg):\/\//.test(url))
      return badRequest("BUTTON_URL_INVALID");
    if (url === undefined && data === undefined)
      return badRequest("can't parse inline keyboard button: Text buttons are unallowed");
  }
  return null;
}

function checkReply(world: World, params: Params, chatId: string): Refusal | null {
  if (params.reply_parameters === undefined || quotedBy(world, params, chatId)) return null;
  const { allow_sending_without_reply: mayGo } = Object(params.reply_parameters);
  return mayGo === true ? null : badRequest("message to be replied not found");
}

/** The message that a send quotes, as long as it is there. */
export function quotedBy(
  world: World,
  { reply_parameters: reply }: Params,
  chatId: string,
): Entry | undefined {
  const { message_id: number } = Object(reply) as { message_id?: number };
  return number === undefined ? undefined : world.threads.entry(entryIdOf(chatId, number));
}

/** How large a file may be by its way: fetched by address, or uploaded. @see https://core.telegram.org/bots/api#sending-files */
export function limitOf(method: string, isUploaded: boolean): number {
  const isPhoto = method === "sendPhoto";
  if (isUploaded) return isPhoto ? 10 * MB : 50 * MB;
  return isPhoto ? 5 * MB : 20 * MB;
}

/** Whether Telegram uses what an address gave for a method; documents may be but PDF, ZIP and GIF. */
export function mayFetch(method: string, type: string): boolean {
  const types: Record<string, RegExp> = {
    sendPhoto: /^image\//,
    sendAnimation: /^(image\/gif|video\/mp4)$/,
    sendVideo: /^video\/mp4$/,
    sendAudio: /^audio\/mpeg$/,
    sendVoice: /^audio\/ogg$/,
    sendSticker: /^image\/webp$/,
    sendDocument: /^(application\/(pdf|zip)|image\/gif)$/,
  };
  return types[method]?.test(type) ?? false;
}
