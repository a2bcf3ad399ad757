import { createHmac } from "node:crypto";
import { sameBytes } from "../../platform/crypto.ts";
import type { RawRequest, Reply } from "../adapter.ts";
import type { MetaCredentials } from "./wire.ts";

/**
 * Whether Meta signed this request with the app's secret, over the raw body; compared in constant time.
 * @see https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads
 */
export function verify(request: RawRequest, credentials: MetaCredentials): boolean {
  const given = request.headers["x-hub-signature-256"];
  if (!given?.startsWith("sha256=")) return false;
  const secrets = [credentials.appSecret, credentials.previousAppSecret];
  return secrets.some((secret) => secret && sameBytes(given, signatureOf(secret, request.rawBody)));
}

function signatureOf(secret: string, body: Buffer): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

/** Answers the challenge by which Meta checks the webhook address; undefined when the token is not ours. */
export function greet({ query }: RawRequest, credentials: MetaCredentials): Reply | undefined {
  const { "hub.mode": mode, "hub.verify_token": token = "", "hub.challenge": challenge } = query;
  if (mode !== "subscribe" || !challenge) return undefined;
  if (!sameBytes(token, credentials.verifyToken)) return undefined;
  return { status: 200, contentType: "text/plain", body: challenge };
}

/**
 * Proves that a call comes from the app itself; Meta demands it where the app's settings say so.
 * @see https://developers.facebook.com/docs/graph-api/guides/secure-requests#appsecret_proof
 */
export function proofOf({ accessToken, appSecret }: MetaCredentials): string {
  return createHmac("sha256", appSecret).update(accessToken).digest("hex");
}
