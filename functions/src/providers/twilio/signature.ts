import twilio from "twilio/lib/webhooks/webhooks.js";
import type { RawRequest } from "../adapter.ts";
import { parametersOf, type TwilioCredentials } from "./wire.ts";

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
  const { rawBody } = request;
  if (request.url.includes("bodySHA256="))
    return twilio.validateRequestWithBody(token, signature, request.url, rawBody.toString("utf8"));
  if (hasTooMany(rawBody)) return false;
  // Repeated keys stay together, since each value is signed.
  return twilio.validateRequest(token, signature, request.url, parametersOf(rawBody));
}

function hasTooMany(form: Buffer): boolean {
  let fields = 1;
  for (let at = form.indexOf("&"); at >= 0; at = form.indexOf("&", at + 1)) {
    fields += 1;
    if (fields > maxFields) return true;
  }
  return false;
}
