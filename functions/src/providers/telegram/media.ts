import * as z from "zod";
import { type MediaRequest, ProviderError } from "../adapter.ts";
import { botOf, callBot } from "./bot.ts";
import { explain } from "./errors.ts";
import type { TelegramCredentials } from "./wire.ts";

const Found = z.looseObject({ file_path: z.string().min(1) });

/**
 * Where a file is, for at least an hour. The address holds the bot's token, so it is asked for when the file is
 * fetched and kept nowhere. @see https://core.telegram.org/bots/api#getfile
 */
export async function media(
  source: string,
  credentials: Pick<TelegramCredentials, "token">,
): Promise<MediaRequest> {
  const bot = botOf(credentials);
  const found = Found.safeParse(
    await callBot(bot, { method: "getFile", params: { file_id: source } }),
  );
  if (!found.success) {
    const code = "400:file is too big";
    throw new ProviderError("refused", code, explain(code).message);
  }
  const path = found.data.file_path.split("/").map(encodeURIComponent).join("/");
  return {
    url: `${bot.base}/file/bot${bot.token}/${path}`,
    headers: {},
    hosts: [new URL(bot.base).hostname],
  };
}
