import { createHmac } from "node:crypto";
import type { Person } from "../../phones/person.ts";

/** What the host site shares with the seeded web chat. */
export const account = { identitySecret: "test_webchat_identity_secret" } as const;

/** How long the site vouches for somebody at a time, in seconds. */
const lifetime = 23 * 60 * 60;

/** Whom a site says it has signed in: a token as its own server would make it; null for everybody else. */
export function identityOf({ customerId, name, email }: Person): string | null {
  return customerId === undefined ? null : vouch({ sub: customerId, name, email });
}

/** A JWT by which the site vouches for a customer from now on: HS256 under the secret that it shares. */
export function vouch(claims: {
  sub: string;
  name: string;
  email?: string | undefined;
  phone?: string | undefined;
}): string {
  const iat = Math.floor(Date.now() / 1000);
  const parts = [
    { alg: "HS256", typ: "JWT" },
    { ...claims, iat, exp: iat + lifetime },
  ];
  const signed = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  const content = signed.join(".");
  const signature = createHmac("sha256", account.identitySecret).update(content);
  return `${content}.${signature.digest("base64url")}`;
}
