import { type OutboundMessage, ProviderError, type Receipt } from "../adapter.ts";
import { proofFor } from "../message-proof.ts";
import { api } from "./base.ts";
import { explain } from "./errors.ts";
import type { TwilioCredentials } from "./wire.ts";

/** How long Twilio may take to answer, in milliseconds. */
const timeoutMs = 10_000;

/**
 * Creates the message at Twilio; its status callbacks carry our own ids in their query.
 * @see https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource
 */
export async function send(
  message: OutboundMessage,
  credentials: TwilioCredentials,
): Promise<Receipt> {
  if (message.platform === "voice")
    throw new ProviderError("refused", "21602", "Nothing can be sent by telephone");
  const client = await clientFor(credentials);
  try {
    const created = await client.messages.create(requestOf(message));
    return { externalId: created.sid };
  } catch (error) {
    throw failureOf(error);
  }
}

/** The parameters of the create call. Twilio reads `whatsapp:` before either address. */
export function requestOf(message: OutboundMessage) {
  const prefix = message.platform === "whatsapp" ? "whatsapp:" : "";
  const service = message.settings.messagingServiceSid;
  return {
    to: prefix + message.to,
    ...(service ? { messagingServiceSid: service } : { from: prefix + message.from }),
    statusCallback: callbackOf(message),
    ...(message.template
      ? {
          contentSid: message.template.externalId ?? "",
          contentVariables: JSON.stringify(message.template.variables),
        }
      : {
          ...(message.text ? { body: message.text } : {}),
          ...(message.files.length > 0 ? { mediaUrl: message.files.map((file) => file.url) } : {}),
        }),
  };
}

/**
 * Has Twilio try three times more after any failure; what stands behind # is neither sent nor signed.
 * @see https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
const tryAgain = "#rc=3&rp=all";

function callbackOf(sent: OutboundMessage): string {
  const { webhook, conversationId: conversation, messageId: message } = sent;
  const ids = new URLSearchParams({ conversation, message, mark: proofFor(sent, sent) });
  return `${webhook}?${ids}${tryAgain}`;
}

/** The REST client costs 120 ms to load, so only a send loads it. */
async function clientFor(credentials: TwilioCredentials) {
  const { restClient } = await import("./rest.ts");
  return restClient(credentials, api.url(), timeoutMs);
}

/** Codes by which the connection failed before anything was written. */
const neverWritten = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "CERT_HAS_EXPIRED",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

type Failure = { status?: number; code?: number | string; message?: string; syscall?: string };

/** Sorts what the client threw: refused, later, never reached, or written without an answer. */
export function failureOf(thrown: unknown): ProviderError {
  if (thrown instanceof ProviderError) return thrown;
  const error = (thrown ?? {}) as Failure;
  if (typeof error.status === "number") return refusal(error, error.status);
  const code = String(error.code ?? "");
  const message = error.message ?? "No answer from Twilio";
  if (neverWritten.has(code) || (code === "ETIMEDOUT" && error.syscall === "connect"))
    return new ProviderError("unreachable", code, message, { cause: thrown });
  return new ProviderError("unknown", code || "noAnswer", message, { cause: thrown });
}

function refusal(error: Failure, status: number): ProviderError {
  const code = String(error.code ?? status);
  const meaning = explain(code);
  const options = { cause: error };
  if (status === 429 || meaning.reason === "rateLimited")
    return new ProviderError("rateLimited", code, meaning.message, options);
  // A 5xx says nothing about whether the message was created: Twilio has no idempotency key for it.
  if (status >= 500) return new ProviderError("unknown", code, meaning.message, options);
  return new ProviderError("refused", code, meaning.message, options);
}
