import { parseArgs } from "node:util";
import * as z from "zod";
import { chatOf } from "../functions/src/providers/telegram/address.ts";
import { understood } from "./options.ts";
import { Refusal } from "./refusal.ts";
import { ask, botOf, botOptions, botUsage } from "./telegram-bot.ts";

const usage = `npm run telegram:test -- --chat-id 123456789

Sends a test message by the bot. The person must have started the bot; their number stands in their
conversation in Hilo, as its address. A group's number is negative: --chat-id=-1001234567890

  --chat-id …      the chat's number; or TELEGRAM_CHAT_ID
  --text …         what to say; a greeting with the time unless told
${botUsage}`;

const options = {
  ...botOptions,
  "chat-id": { type: "string" },
  text: { type: "string" },
} as const;

const Sent = z.looseObject({ message_id: z.int() });

/** `npm run telegram:test`: sends one message. */
export async function main(args: string[]): Promise<void> {
  const values = understood(() => parseArgs({ args: joined(args), options }), usage);
  if (values.help) return console.log(usage);
  const chatId = values["chat-id"] ?? process.env.TELEGRAM_CHAT_ID ?? "";
  if (!/^(-?\d+|@\w+)$/.test(chatId)) throw new Refusal(`--chat-id is needed.\n\n${usage}`);
  const bot = botOf(values);
  const text = values.text ?? `Hilo: a test message, ${new Date().toISOString()}`;
  const params = { ...chatOf(chatId), text };
  const sent = Sent.parse(await ask(bot, { method: "sendMessage", params }));
  console.log(`Sent to chat ${chatId} as message ${sent.message_id}.`);
}

/** A group's number begins with a dash, which would otherwise be read as another option. */
function joined(args: string[]): string[] {
  const at = args.indexOf("--chat-id");
  const value = args[at + 1];
  if (at < 0 || !value || !/^-\d/.test(value)) return args;
  return [...args.slice(0, at), `--chat-id=${value}`, ...args.slice(at + 2)];
}
