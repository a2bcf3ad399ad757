import twilio from "twilio/lib/webhooks/webhooks.js";
import type { RawRequest } from "../channel.ts";
import type { TwilioCredentials } from "./wire.ts";

/**
 * Whether Twilio signed this request, over the public address and the raw body; the comparison is constant-time.
 * @see https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export function verify(request: RawRequest, credentials: TwilioCredentials): boolean {
  const signature = request.headers["x-twilio-signature"];
  if (!signature) return false;
  const tokens = [credentials.authToken, credentials.previousAuthToken];
  return tokens.some((token) => Boolean(token) && signedWith(token ?? "", signature, request));
}

function signedWith(token: string, signature: string, request: RawRequest): boolean {
  const body = request.rawBody.toString("utf8");
  if (request.url.includes("bodySHA256="))
    return twilio.validateRequestWithBody(token, signature, request.url, body);
  return twilio.validateRequest(token, signature, request.url, parametersOf(body));
}

/** Repeated keys stay together, since each value is signed. */
function parametersOf(body: string): Record<string, string | string[]> {
  const form = new URLSearchParams(body);
  return Object.fromEntries(
    [...new Set(form.keys())].map((key) => {
      const values = form.getAll(key);
      return [key, values.length > 1 ? values : (values[0] ?? "")];
    }),
  );
}
