import type { DeliveryError, FailureReason } from "@hilo/schema";

/**
 * What X's answers mean, and the remedy each needs: the HTTP status, since the types of its problems are not all
 * documented. @see https://docs.x.com/x-api/fundamentals/response-codes-and-errors
 */
const table: Record<string, readonly [FailureReason, string]> = {
  "400": ["content", "Bad request (errors[] / problem type tells which field)"],
  "401": ["credentials", "Token invalid or expired: refresh OAuth2 token once, then fail"],
  "402": ["configuration", "Pay-per-use credits used up"],
  "403": ["permission", "Recipient does not accept DMs / scope missing / app level"],
  "404": ["badAddress", "Participant or conversation not found"],
  "413": ["media", "The file is larger than X takes"],
  "429": ["rateLimited", "x-rate-limit-reset is epoch seconds"],
  "503": ["transient", "Over capacity"],
  "5xx": ["transient", "Server side"],
  "media:400": ["media", "X did not accept the file"],
  "media:failed": ["media", "X could not process the file"],
  "media:pending": ["transient", "X is still processing the file"],
};

/** The codes of the table, for tests and for whoever lists them. */
export const knownCodes = Object.keys(table);

/** What a code means; `media:` before it tells that the file was refused, not the message. */
export function explain(code: string): DeliveryError {
  const number = code.replace(/^media:/, "");
  const group = /^5\d\d$/.test(number) ? "5xx" : number;
  const [reason, message] = table[code] ??
    table[number] ??
    table[group] ?? ["other", `X reported error ${code}`];
  return { code, reason, message };
}
