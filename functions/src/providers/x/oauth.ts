import { createHmac } from "node:crypto";
import { newId, now } from "../../platform/clock.ts";
import type { XCredentials } from "./wire.ts";

type Call = { method: string; url: string };
type Once = { nonce: string; timestamp: string };

/** The Authorization header of a call: signed by OAuth 1.0a when there are the keys for it, else a bearer token. */
export function authorizationOf(
  call: Call,
  credentials: XCredentials,
  once: Once = { nonce: newId(), timestamp: String(Math.floor(now() / 1000)) },
): string {
  const { consumerKey, accessToken, accessTokenSecret } = credentials;
  if (!consumerKey || !accessTokenSecret) return `Bearer ${accessToken}`;
  const parameters = {
    oauth_consumer_key: consumerKey,
    oauth_nonce: once.nonce,
    oauth_signature_method: "HMAC-SHA1",
    oauth_timestamp: once.timestamp,
    oauth_token: accessToken,
    oauth_version: "1.0",
  };
  const key = `${encoded(credentials.consumerSecret)}&${encoded(accessTokenSecret)}`;
  const oauth_signature = createHmac("sha1", key).update(baseOf(call, parameters)).digest("base64");
  const all = Object.entries({ ...parameters, oauth_signature });
  return `OAuth ${all.map(([name, value]) => `${name}="${encoded(value)}"`).join(", ")}`;
}

/** What is signed (RFC 5849, 3.4.1); bodies of JSON and multipart are not part of it. */
function baseOf({ method, url }: Call, parameters: Record<string, string>): string {
  const { origin, pathname, searchParams } = new URL(url);
  const pairs = [...Object.entries(parameters), ...searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort();
  return [method, origin + pathname, pairs.join("&")].map(encoded).join("&");
}

function encoded(text: string): string {
  const hex = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[!'()*]/g, hex);
}
