import {
  createHmac,
  createPublicKey,
  type KeyObject,
  verify as verifySignature,
} from "node:crypto";
import { LRUCache } from "lru-cache";
import { now } from "../../platform/clock.ts";
import { sameBytes } from "../../platform/crypto.ts";
import type { RawRequest } from "../adapter.ts";
import { fieldsOf } from "./signed-fields.ts";
import { type EmailCredentials, serviceOf } from "./wire.ts";

/** Whether the service named in the path sent this request; false without a secret for that service. */
export function verify(request: RawRequest, credentials: EmailCredentials): boolean {
  const service = serviceOf(request);
  if (service === "sendgrid") return fromSendgrid(request, credentials);
  if (service === "mailgun") return fromMailgun(request, credentials);
  return service === "postmark" && fromPostmark(request, credentials);
}

/**
 * SendGrid signs (ECDSA P-256 over time and raw body) once a security policy is attached; without its public key,
 * the address itself is the secret.
 * @see https://www.twilio.com/docs/sendgrid/for-developers/parsing-email/securing-your-parse-webhooks
 */
function fromSendgrid(request: RawRequest, credentials: EmailCredentials): boolean {
  const { sendgridKey, sendgridPath } = credentials;
  if (sendgridKey) return signedBy(sendgridKey, request);
  const token = request.rest[1] ?? request.query.token;
  return Boolean(sendgridPath) && typeof token === "string" && sameBytes(token, sendgridPath ?? "");
}

function signedBy(keys: string, { headers, rawBody }: RawRequest): boolean {
  const signature = headers["x-twilio-email-event-webhook-signature"];
  const time = headers["x-twilio-email-event-webhook-timestamp"];
  if (!signature || !time) return false;
  const signed = Buffer.concat([Buffer.from(time), rawBody]);
  const given = Buffer.from(signature, "base64");
  return keys.split(/[\s,;]+/).some((key) => holds(key, signed, given));
}

function holds(base64: string, signed: Buffer, signature: Buffer): boolean {
  const key = publicKey(base64);
  if (!key) return false;
  try {
    return verifySignature("sha256", signed, key, signature);
  } catch {
    return false;
  }
}

const publicKeys = new LRUCache<string, KeyObject>({ max: 200 });

function publicKey(base64: string): KeyObject | undefined {
  const known = publicKeys.get(base64);
  if (known) return known;
  try {
    const der = Buffer.from(base64, "base64");
    const made = createPublicKey({ key: der, format: "der", type: "spki" });
    publicKeys.set(base64, made);
    return made;
  } catch {
    return undefined;
  }
}

/** Mailgun tries again for eight hours (ms); whether it signs anew each time, its pages do not say. */
const freshMs = 12 * 60 * 60 * 1000;
const aheadMs = 5 * 60 * 1000;

/** @see https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks */
function fromMailgun(request: RawRequest, { mailgunKey }: EmailCredentials): boolean {
  const { timestamp, token, signature } = fieldsOf(request);
  if (!mailgunKey || !timestamp || !token || !signature) return false;
  const expected = createHmac("sha256", mailgunKey)
    .update(timestamp + token)
    .digest("hex");
  return sameBytes(signature, expected) && isFresh(Number(timestamp) * 1000);
}

function isFresh(at: number): boolean {
  const age = now() - at;
  return age <= freshMs && age >= -aheadMs;
}

/** @see https://postmarkapp.com/developer/webhooks/webhooks-overview#protecting-your-webhook */
function fromPostmark({ headers }: RawRequest, { postmarkBasic }: EmailCredentials): boolean {
  const given = /^basic +(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  if (!postmarkBasic || given === undefined) return false;
  return sameBytes(given, Buffer.from(postmarkBasic).toString("base64"));
}
