import { createHmac } from "node:crypto";
import { sameBytes } from "../../platform/crypto.ts";
import type { RawRequest } from "../adapter.ts";
import type { KapsoCredentials } from "./wire.ts";

/**
 * Whether Kapso signed this request: hex of HMAC-SHA256 over the raw body or, since Kapso's own example checks
 * that, over the body parsed and written again.
 * @see https://docs.kapso.ai/docs/platform/webhooks/security
 */
export function verify(request: RawRequest, credentials: KapsoCredentials): boolean {
  const given = (request.headers["x-webhook-signature"] ?? "").replace(/^sha256=/, "");
  const { webhookSecret, previousWebhookSecret } = credentials;
  const secrets = [webhookSecret, previousWebhookSecret].flatMap((secret) => secret || []);
  const isSigned = (body: Buffer | string) =>
    secrets.some((secret) => isSignedWith(secret, body, given));
  // The body is written again only where something that could be a signature does not fit it as it came.
  if (!/^[0-9a-f]{64}$/i.test(given)) return false;
  return isSigned(request.rawBody) || rewritten(request.rawBody).some(isSigned);
}

function isSignedWith(secret: string, body: Buffer | string, given: string): boolean {
  const expected = createHmac("sha256", secret).update(body).digest("hex");
  return sameBytes(expected, given.toLowerCase());
}

/** What differs by blanks around it alone was never written so by a serialiser: somebody touched it. */
function rewritten(raw: Buffer): string[] {
  try {
    const text = raw.toString("utf8");
    const again = JSON.stringify(JSON.parse(text));
    return again === text.trim() ? [] : [again];
  } catch {
    return [];
  }
}
