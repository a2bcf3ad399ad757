import type { IncomingHttpHeaders } from "node:http";
import twilio from "twilio/lib/webhooks/webhooks.js";
import { demoTwilio } from "../../support/twilio.ts";

/** The form, when Twilio signed it; undefined when not. */
export function verified(
  path: string,
  headers: IncomingHttpHeaders,
  body: string,
): Record<string, string> | undefined {
  const form = Object.fromEntries(new URLSearchParams(body));
  const signature = String(headers["x-twilio-signature"] ?? "");
  const url = `${process.env.PUBLIC_BASE_URL}${path}`;
  return twilio.validateRequest(demoTwilio.authToken, signature, url, form) ? form : undefined;
}
