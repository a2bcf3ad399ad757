import type { DeliveryError, FailureReason } from "@hilo/schema";

type Row = readonly [code: string, reason: FailureReason, meaning: string];

/**
 * What Telegram's refusals mean, and the remedy each needs: the error code, a colon, and words of its description.
 * Descriptions are no stable contract, so what is not found by its words is explained by its number.
 * @see https://core.telegram.org/bots/api#making-requests
 */
const table: readonly Row[] = [
  ["403:bot was blocked by the user", "blocked", "User blocked the bot"],
  ["403:user is deactivated", "badAddress", "Account deleted"],
  ["403:bot can't initiate conversation with a user", "unreachable", "User never started the bot"],
  ["403:bot can't send messages to bots", "badAddress", "Target is a bot"],
  ["403:bot was kicked", "blocked", "Removed from group/channel"],
  ["403:bot is not a member", "blocked", "The bot is not in this group or channel"],
  ["403:VOICE_MESSAGES_FORBIDDEN", "media", "The person takes no voice messages"],
  ["400:VOICE_MESSAGES_FORBIDDEN", "media", "The person takes no voice messages"],
  ["400:chat not found", "badAddress", "Unknown chat id"],
  [
    "400:group chat was upgraded to a supergroup chat",
    "badAddress",
    "parameters.migrate_to_chat_id: store it and resend there",
  ],
  ["400:message is too long", "content", "Over 4096 (text) / 1024 (caption): split"],
  ["400:caption is too long", "content", "Over 1024 characters under a file"],
  ["400:message text is empty", "content", "Nothing to send"],
  ["400:can't parse entities", "content", "Bad markup: resend as plain text"],
  ["400:message is not modified", "content", "Edit equal to present: treat as success"],
  ["400:message to edit not found", "content", "Gone"],
  ["400:message to react not found", "content", "The message to react to is gone"],
  [
    "400:REACTION_INVALID",
    "content",
    "Telegram has no such reaction, or this chat does not allow it",
  ],
  [
    "400:message to be replied not found",
    "content",
    "Resend without reply (or allow_sending_without_reply)",
  ],
  [
    "400:query is too old and response timeout expired",
    "content",
    "answerCallbackQuery came too late: ignore",
  ],
  ["400:file is too big", "media", "getFile over 20 MB: keep metadata, no download"],
  ["400:wrong file identifier", "media", "file_id of another bot or wrong"],
  ["400:failed to get HTTP URL content", "media", "Telegram could not fetch our URL"],
  ["400:wrong type of the web page content", "media", "Telegram could not use what our URL gave"],
  ["400:PHOTO_INVALID_DIMENSIONS", "media", "A photo's sides may not differ more than 20 times"],
  ["400:IMAGE_PROCESS_FAILED", "media", "Telegram could not read the picture"],
  ["400:BUTTON_DATA_INVALID", "content", "callback_data over 64 bytes"],
  ["400:BUTTON_URL_INVALID", "content", "A button's address is not one that Telegram opens"],
  ["400:BUSINESS_", "permission", "The business account no longer lets the bot reply here"],
  ["400:TOPIC_CLOSED", "permission", "The topic of this group is closed"],
  ["400:CHAT_WRITE_FORBIDDEN", "permission", "The bot may not write in this chat"],
  ["400:not enough rights", "permission", "The bot may not send this in this chat"],
  ["400:have no rights", "permission", "The bot may not send this in this chat"],
  ["400:need administrator rights", "permission", "The bot is no administrator of this channel"],
  ["429", "rateLimited", "Flood control; parameters.retry_after seconds"],
  ["400", "content", "Telegram did not accept the request"],
  ["401", "credentials", "Token revoked"],
  ["403", "permission", "Telegram does not let the bot do this"],
  ["404", "credentials", "Malformed token or unknown method"],
  ["409", "configuration", "getUpdates while a webhook is set / two pollers"],
  ["413", "media", "The file is larger than Telegram takes"],
  ["5xx", "transient", "Server side"],
];

/** The codes of the table, for tests and for whoever lists them. */
export const knownCodes = table.map(([code]) => code);

/** The code of a refusal: the table's when it knows the words, else the number with Telegram's own words. */
export function codeOf(errorCode: number, description: string): string {
  const words = description.replace(/^[A-Z][A-Za-z ]+: /, "").slice(0, 120);
  const code = words ? `${errorCode}:${words}` : String(errorCode);
  const [known] = find(code) ?? [];
  return known && (known.includes(":") || known === "429") ? known : code;
}

/** What a code means; one that Telegram added since is explained by its number, in Telegram's words. */
export function explain(code: string): DeliveryError {
  const [known, reason, meaning] = find(code) ?? ["", "other", `Telegram reported error ${code}`];
  const words = known.includes(":") ? "" : code.split(":").slice(1).join(":").trim();
  return { code, reason, message: words ? `${meaning}: ${words}` : meaning };
}

function find(code: string): Row | undefined {
  const [number = "", ...words] = code.toLowerCase().split(":");
  const said = words.join(":");
  const byWords = table.find(([known]) => {
    const [itsNumber, itsWords] = known.toLowerCase().split(":");
    return itsNumber === number && itsWords !== undefined && said.includes(itsWords);
  });
  return byWords ?? table.find(([known]) => known === (/^5\w\w$/.test(number) ? "5xx" : number));
}
