import twilio from "twilio/lib/webhooks/webhooks.js";
import type { RawRequest } from "../adapter.ts";
import type { TwilioCredentials } from "./wire.ts";

/** Far more fields than Twilio ever posts; checking a form of half a million would take seconds. */
const maxFields = 1000;

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
  if (body.split("&", maxFields + 1).length > maxFields) return false;
  return twilio.validateRequest(token, signature, request.url, parametersOf(body));
}

/** Repeated keys stay together, since each value is signed. */
function parametersOf(body: string): Record<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [key, value] of new URLSearchParams(body)) {
    const known = values.get(key);
    if (known) known.push(value);
    else values.set(key, [value]);
  }
  return Object.fromEntries(values);
}
