import * as z from "zod";
import { ProviderError } from "./adapter.ts";
import { explain } from "./meta-errors.ts";
import { MetaError } from "./meta-wire.ts";
import { type ProviderAnswer, retryAfterOf } from "./provider-call.ts";

/**
 * Errors of which Meta says that the message was not sent, whatever the HTTP status: they may be tried again
 * without it arriving twice. 131000 "message failed to send", 131016 and 133004 "temporarily unavailable", 131057
 * "in maintenance mode", 2/2018344 "temporary send message failure".
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
const notSent = new Set(["131000", "131016", "131057", "133004", "2/2018344"]);

/** How long to wait where Meta does not say, in milliseconds: one person gets a message each six seconds. */
const waits = new Map([["131056", 6000]]);

/** What an answer of the Graph API that is no success means for the message. */
export function failureIn(answer: ProviderAnswer): ProviderError {
  const error = errorIn(answer);
  if (!error) return withoutError(answer);
  const { code = String(answer.status), error_subcode: subcode } = error;
  const meaning = explain(subcode ? `${code}/${subcode}` : code);
  const message = sentence(meaning.message, error);
  const retryAfter = retryAfterOf(answer) ?? regainOf(answer) ?? waits.get(meaning.code);
  const options = retryAfter === undefined ? {} : { retryAfter };
  if (meaning.reason === "rateLimited" || answer.status === 429)
    return new ProviderError("rateLimited", meaning.code, message, options);
  if (notSent.has(meaning.code))
    return new ProviderError("unreachable", meaning.code, message, options);
  if (answer.status >= 500 || meaning.reason === "transient")
    return new ProviderError("unknown", meaning.code, message);
  return new ProviderError("refused", meaning.code, message);
}

function withoutError(answer: ProviderAnswer): ProviderError {
  const code = `http${answer.status}`;
  const message = `Meta answered ${answer.status} without saying why`;
  if (answer.status === 429) {
    const retryAfter = retryAfterOf(answer);
    return new ProviderError("rateLimited", code, message, retryAfter ? { retryAfter } : {});
  }
  const refused = answer.status >= 400 && answer.status < 500;
  return new ProviderError(refused ? "refused" : "unknown", code, message);
}

const Usage = z.record(
  z.string(),
  z.array(z.looseObject({ estimated_time_to_regain_access: z.number().optional() })),
);

/**
 * The minutes after which an account may call again, in milliseconds.
 * @see https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 */
function regainOf({ headers }: ProviderAnswer): number | undefined {
  try {
    const usage = Usage.parse(JSON.parse(headers["x-business-use-case-usage"] ?? "{}"));
    const minutes = Object.values(usage)
      .flat()
      .map((one) => one.estimated_time_to_regain_access ?? 0);
    const longest = Math.max(0, ...minutes);
    return longest > 0 ? longest * 60_000 : undefined;
  } catch {
    return undefined;
  }
}

/** The error an answer holds, if it does. */
export function errorIn({ body }: Pick<ProviderAnswer, "body">): MetaError | undefined {
  const held = (body as { error?: unknown } | null | undefined)?.error;
  const parsed = MetaError.safeParse(held);
  return parsed.success ? parsed.data : undefined;
}

/** Our meaning, then Meta's own words, which may say which field is wrong. */
function sentence(meaning: string, error: MetaError): string {
  const told = error.error_data?.details || error.message;
  return told ? `${meaning}. Meta says: ${told.slice(0, 300)}` : meaning;
}
