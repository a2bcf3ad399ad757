import type { DeliveryError, FailureReason } from "@hilo/schema";
import { explain as explainMeta } from "../meta-errors.ts";

/**
 * What Kapso itself says no with, by HTTP status, and the remedy each needs.
 * @see https://docs.kapso.ai/docs/platform/api/errors
 */
const table: Record<string, readonly [FailureReason, string]> = {
  "401": ["credentials", "X-API-Key wrong"],
  "403": ["permission", "Key not allowed for that number/project"],
  "404": ["configuration", "Number or resource not found"],
  "409": ["rateLimited", "A message for this conversation is in flight: wait and resend"],
  "422": ["content", "Validation"],
  "429": ["rateLimited", "Kapso rate limit; Retry-After"],
  "5xx": ["transient", "Server side"],
};

/** The codes of the table, for tests and for whoever lists them. */
export const knownCodes = Object.keys(table);

/** The code that an HTTP status goes by. */
export function standsFor(status: number): string {
  return status >= 500 ? "5xx" : String(status);
}

/** What a code means: Kapso's own, else one of the codes that come from Meta. */
export function explain(code: string): DeliveryError {
  const known = Object.hasOwn(table, code) ? table[code] : undefined;
  if (!known) return explainMeta(code);
  const [reason, message] = known;
  return { code, reason, message };
}
