import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import type { Webhook } from "../../wire/webhook.ts";
import { account } from "./account.ts";

// The whole package takes 20 times as long to load as this one file of it.
const { getExpectedTwilioSignature } = createRequire(import.meta.url)(
  "twilio/lib/webhooks/webhooks",
) as typeof import("twilio/lib/webhooks/webhooks.js");

export type Form = Record<string, string>;

/** A webhook call in Twilio's manner: a form, signed over the exact address. */
export function signed(
  address: string,
  form: Form,
  note: string,
  signature: "valid" | "wrong" | "missing" = "valid",
): Webhook {
  // What stands behind # tells Twilio how to try again; it is neither sent nor signed.
  const url = address.replace(/#.*$/, "");
  const right = getExpectedTwilioSignature(account.authToken, url, form);
  const headers: Record<string, string> = {
    "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
    "I-Twilio-Idempotency-Token": randomUUID(),
    "User-Agent": "TwilioProxy/1.1",
  };
  if (signature === "valid") headers["X-Twilio-Signature"] = right;
  if (signature === "wrong") headers["X-Twilio-Signature"] = reversed(right);
  return { url, headers, body: new URLSearchParams(form).toString(), note };
}

function reversed(text: string): string {
  return [...text].reverse().join("");
}
