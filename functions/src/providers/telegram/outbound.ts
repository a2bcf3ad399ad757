import * as z from "zod";
import { type OutboundMessage, ProviderError, type Receipt } from "../adapter.ts";
import { messageIdOf } from "./address.ts";
import { type Bot, BotRefusal, botOf, callBot } from "./bot.ts";
import { callOf, type Handing, mayBeFetched } from "./request.ts";
import type { TelegramCredentials } from "./wire.ts";

const Sent = z.looseObject({ message_id: z.int() });

/**
 * Sends a message by the bot. Where the group has become a supergroup meanwhile, Telegram names its new id and has
 * sent nothing: the message follows at once.
 */
export async function send(
  message: OutboundMessage,
  credentials: TelegramCredentials,
): Promise<Receipt> {
  const bot = botOf(credentials);
  try {
    return await hand(bot, message);
  } catch (error) {
    if (!(error instanceof BotRefusal) || error.movedTo === undefined) throw error;
    return hand(bot, { ...message, to: String(error.movedTo) });
  }
}

/** Refusals of an address that Telegram was to fetch from: nothing was sent, and the file itself may still go. */
const notFetched = new Set([
  "400:failed to get HTTP URL content",
  "400:wrong file identifier",
  "400:wrong type of the web page content",
]);

async function hand(bot: Bot, message: OutboundMessage): Promise<Receipt> {
  if (!mayBeFetched(message)) return sendBy(bot, message, "upload");
  try {
    return await sendBy(bot, message, "url");
  } catch (error) {
    if (!(error instanceof ProviderError) || !notFetched.has(error.code)) throw error;
    return sendBy(bot, message, "upload");
  }
}

async function sendBy(bot: Bot, message: OutboundMessage, handing: Handing): Promise<Receipt> {
  const result = await callBot(bot, callOf(message, handing));
  if (message.kind === "reaction") return { externalId: `reaction:${message.messageId}` };
  const sent = Sent.safeParse(result);
  if (sent.success) return { externalId: messageIdOf(message.to, sent.data.message_id) };
  throw new ProviderError("unknown", "noAnswer", "Telegram did not tell the message's id");
}
