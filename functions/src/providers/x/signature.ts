import { createHmac } from "node:crypto";
import { sameBytes } from "../../platform/crypto.ts";
import type { RawRequest, Reply } from "../adapter.ts";
import type { XCredentials } from "./wire.ts";

type Secrets = Pick<XCredentials, "consumerSecret" | "previousConsumerSecret">;

/**
 * Whether X signed this body; compared in constant time.
 * @see https://docs.x.com/x-api/webhooks/introduction
 */
export function verify(
  { headers, rawBody }: Pick<RawRequest, "headers" | "rawBody">,
  { consumerSecret, previousConsumerSecret }: Secrets,
): boolean {
  const given = headers["x-twitter-webhooks-signature"];
  if (!given) return false;
  return [consumerSecret, previousConsumerSecret].some(
    (secret) => !!secret && sameBytes(given, digest(secret, rawBody)),
  );
}

const plainToken = /^[\w+/=.-]{1,200}$/;

/** Answers X's challenge (CRC), which comes every hour and proves that we know the secret. */
export function greet(
  { method, query }: Pick<RawRequest, "method" | "query">,
  { consumerSecret }: Secrets,
): Reply | undefined {
  const token = query.crc_token;
  // Whatever we answer here signs webhooks as well: never anything that could be the body of one.
  if (method !== "GET" || !token || !plainToken.test(token) || !consumerSecret) return undefined;
  const body = JSON.stringify({ response_token: digest(consumerSecret, token) });
  return { status: 200, contentType: "application/json", body };
}

function digest(secret: string, text: string | Buffer): string {
  return `sha256=${createHmac("sha256", secret).update(text).digest("base64")}`;
}
