import { sameBytes } from "../../platform/crypto.ts";
import type { RawRequest } from "../adapter.ts";
import type { TelegramCredentials } from "./wire.ts";

/**
 * Whether the request carries the secret that was given with `setWebhook`; compared in constant time.
 * @see https://core.telegram.org/bots/api#setwebhook
 */
export function verify(
  request: Pick<RawRequest, "headers">,
  { secretToken, previousSecretToken }: Omit<TelegramCredentials, "token">,
): boolean {
  const given = request.headers["x-telegram-bot-api-secret-token"];
  if (!given) return false;
  return [secretToken, previousSecretToken].some((secret) => !!secret && sameBytes(given, secret));
}
