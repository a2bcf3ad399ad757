import { createHmac } from "node:crypto";
import type { HostIdentity, OpenSession } from "@hilo/schema";
import type { Connection } from "../channels/connections.ts";
import { sameBytes } from "../platform/crypto.ts";
import { AppError } from "../platform/errors.ts";
import type { Visitor } from "../providers/webchat/token.ts";
import { WebchatCredentials } from "../providers/webchat/wire.ts";
import { claimsOf } from "./host-token.ts";

/** Who a visitor is: where answers go, what they are called, and what of that is proven. */
export type Person = Pick<Visitor, "address" | "name" | "email" | "phone" | "proven">;

type Asked = Pick<OpenSession, "identity" | "visitor">;

/**
 * Somebody the host site vouches for is the same person on every device; anybody else is their browser's account.
 * What a token of the site says is proven; what they say of themselves in the chat, or in the page beside a signature
 * of their id, only adds to it. Throws `notAllowed` or `identityExpired` for who is not vouched for.
 */
export async function personOf(
  { identity, visitor }: Asked,
  uid: string,
  { channelId, credentials }: Pick<Connection, "channelId" | "credentials">,
): Promise<Person> {
  if (identity === undefined) return { address: `visitor:${uid}`, ...told(visitor), proven: [] };
  const secrets = secretsIn(credentials);
  if (typeof identity !== "string") {
    demandSigned(identity, secrets);
    return {
      address: `user:${identity.id}`,
      ...told(visitor),
      ...told(identity),
      proven: [],
    };
  }
  const { sub, name, email, phone } = await claimsOf(identity, { channelId, secrets });
  const vouched = { ...told({ name, email }), ...(phone ? { phone } : {}) };
  const proven = (["name", "email", "phone"] as const).filter((one) => one in vouched);
  return { address: `user:${sub}`, ...told(visitor), ...vouched, proven };
}

function told({ name, email }: { name?: string | undefined; email?: string | undefined } = {}) {
  return { ...(name ? { name } : {}), ...(email ? { email: email.toLowerCase() } : {}) };
}

function secretsIn(credentials: unknown): string[] {
  const { identitySecret, previousIdentitySecret } = WebchatCredentials.parse(credentials ?? {});
  return [identitySecret, previousIdentitySecret].filter((secret) => secret !== undefined);
}

function demandSigned({ id, signature }: HostIdentity, secrets: readonly string[]): void {
  if (secrets.some((secret) => sameBytes(signature, signatureOf(id, secret)))) return;
  throw new AppError("notAllowed", "The site has not signed this customer's id.");
}

/** HMAC-SHA256 of a customer's id, hex: what the host site computed on its server before there were tokens. */
export function signatureOf(id: string, secret: string): string {
  return createHmac("sha256", secret).update(id, "utf8").digest("hex");
}
