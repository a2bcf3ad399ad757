import { type Account, ProviderError, type RawRequest } from "../adapter.ts";
import { botOf, callBot } from "./bot.ts";
import { updateIn } from "./inbound.ts";
import { CallbackQuery, type TelegramCredentials } from "./wire.ts";

/** The update that told of the press waits for this, in milliseconds. */
const timeoutMs = 3000;

/** Lets a pressed button stop turning; a press that Telegram no longer waits for needs nothing more. */
export async function acknowledge(
  { rawBody }: Pick<RawRequest, "rawBody">,
  _account: Account,
  credentials: TelegramCredentials,
): Promise<void> {
  const query = CallbackQuery.safeParse(updateIn(rawBody)?.callback_query);
  if (!query.success) return;
  const params = { callback_query_id: query.data.id };
  try {
    await callBot(botOf(credentials), { method: "answerCallbackQuery", params, timeoutMs });
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind !== "refused") throw error;
  }
}
