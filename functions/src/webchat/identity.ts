import { createHmac } from "node:crypto";
import type { HostIdentity, OpenSession } from "@hilo/schema";
import { WebchatCredentials } from "../channels/webchat/wire.ts";
import { sameBytes } from "../platform/crypto.ts";
import { AppError } from "../platform/errors.ts";

/** Who a visitor is: where answers go, and what they are called. */
export type Person = { address: string; name?: string; email?: string };

/**
 * Somebody the host site vouches for is the same person on every device; anybody else is their browser's account.
 * What they say of themselves in the chat adds to what the site says. Throws `notAllowed` when the site did not sign the id.
 */
export function personOf(
  { identity, visitor }: Pick<OpenSession, "identity" | "visitor">,
  uid: string,
  credentials: unknown,
): Person {
  const { name, email } = { ...visitor, ...identity };
  if (identity) demandSigned(identity, credentials);
  return {
    address: identity ? `user:${identity.id}` : `visitor:${uid}`,
    ...(name ? { name } : {}),
    ...(email ? { email } : {}),
  };
}

function demandSigned({ id, signature }: HostIdentity, credentials: unknown): void {
  const { identitySecret, previousIdentitySecret } = WebchatCredentials.parse(credentials ?? {});
  const secrets = [identitySecret, previousIdentitySecret].filter((secret) => secret !== undefined);
  if (secrets.some((secret) => sameBytes(signature, signatureOf(id, secret)))) return;
  throw new AppError("notAllowed", "The site has not signed this customer's id.");
}

/** HMAC-SHA256 of a customer's id, hex: what the host site computes on its server. */
export function signatureOf(id: string, secret: string): string {
  return createHmac("sha256", secret).update(id, "utf8").digest("hex");
}
