import type { FailureCode } from "../provider.ts";

/** A refusal as Telegram words it. */
export type Refusal = {
  ok: false;
  error_code: number;
  description: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
};

export function refusal(
  error_code: number,
  description: string,
  parameters?: Refusal["parameters"],
): Refusal {
  return { ok: false, error_code, description, ...(parameters && { parameters }) };
}

/** `400` and its words: how Telegram begins the description of each kind of refusal. */
export function badRequest(words: string): Refusal {
  return refusal(400, `Bad Request: ${words}`);
}

export const blocked = refusal(403, "Forbidden: bot was blocked by the user");

/** What may be chosen for the next messages. @see https://core.telegram.org/bots/api#making-requests */
const table: Record<string, Refusal> = {
  "429": refusal(429, "Too Many Requests: retry after 5", { retry_after: 5 }),
  "403.blocked": blocked,
  "403.deactivated": refusal(403, "Forbidden: user is deactivated"),
  "403.initiate": refusal(403, "Forbidden: bot can't initiate conversation with a user"),
  "403.bots": refusal(403, "Forbidden: bot can't send messages to bots"),
  "403.kicked": refusal(403, "Forbidden: bot was kicked from the supergroup chat"),
  "400.chat": badRequest("chat not found"),
  "400.migrated": badRequest("group chat was upgraded to a supergroup chat"),
  "400.long": badRequest("message is too long"),
  "400.entities": badRequest(
    "can't parse entities: Can't find end of the entity starting at byte offset 5",
  ),
  "400.reply": badRequest("message to be replied not found"),
  "400.file": badRequest("wrong file identifier/HTTP URL specified"),
  "400.url": badRequest("failed to get HTTP URL content"),
  "400.button": badRequest("BUTTON_DATA_INVALID"),
  "400.rights": badRequest("not enough rights to send text messages to the chat"),
  "401": refusal(401, "Unauthorized"),
  "404": refusal(404, "Not Found"),
  "409": refusal(
    409,
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
  ),
  "502": refusal(502, "Bad Gateway"),
};

export const failures: FailureCode[] = Object.entries(table).map(([code, { description }]) => ({
  code,
  at: ["call"],
  message: description,
}));

/** The refusal of a chosen failure; a 429 tells how many seconds to wait. */
export function chosen(code: number | string, retryAfter = 5): Refusal {
  const known = table[String(code)] ?? badRequest(String(code));
  if (known.error_code !== 429) return known;
  const description = `Too Many Requests: retry after ${retryAfter}`;
  return refusal(429, description, { retry_after: retryAfter });
}
