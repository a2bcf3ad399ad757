import { ProviderError } from "../functions/src/providers/adapter.ts";
import { api as telegram } from "../functions/src/providers/telegram/base.ts";
import { type Bot, type BotCall, callBot } from "../functions/src/providers/telegram/bot.ts";
import { Refusal } from "./refusal.ts";
import { channelTable } from "./seed/channel-table.ts";

/** What both Telegram commands take, by parseArgs. */
export const botOptions = {
  token: { type: "string" },
  api: { type: "string" },
  demo: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** The lines of the usage that both commands share. */
export const botUsage = `  --token …        BotFather's token; better as TELEGRAM_BOT_TOKEN, which no process list shows
  --api …          the Bot API's server; or TELEGRAM_API_BASE; https://api.telegram.org unless told
  --demo           the demo workspace's bot, at the simulator that npm start runs
  --help           this text`;

type Given = { token?: string | undefined; api?: string | undefined; demo: boolean };

/** The bot of the options or, where they say nothing, of the environment. Throws a Refusal without a token. */
export function botOf({ token, api, demo }: Given, environment = process.env): Bot {
  const { HILO_SIMULATOR_URL: simulator = "http://127.0.0.1:4010" } = environment;
  if (demo) {
    return { base: api ?? `${simulator}/telegram`, token: channelTable.telegram.credentials.token };
  }
  const known = token ?? environment.TELEGRAM_BOT_TOKEN ?? "";
  if (!/^\d+:[\w-]+$/.test(known)) {
    throw new Refusal(
      "A bot's token is missing: give --token, or TELEGRAM_BOT_TOKEN in the environment. It looks like 123456789:AA…",
    );
  }
  return { base: api?.replace(/\/+$/, "") ?? telegram.url(), token: known };
}

/** Calls a method; what Telegram refuses, and that it cannot be reached, is told in a sentence. */
export async function ask(bot: Bot, call: BotCall): Promise<unknown> {
  try {
    return await callBot(bot, call);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const refused = error.kind === "refused" || error.kind === "rateLimited";
    const what = refused ? "Telegram refused" : `${bot.base} did not answer`;
    throw new Refusal(`${what}: ${error.message} (${error.code}).`);
  }
}
