import { createHmac } from "node:crypto";
import type { Person } from "../person.ts";

/** What the host site shares with the seeded web chat. */
export const account = { identitySecret: "test_webchat_identity_secret" } as const;

/** Whom a site says it has signed in, vouched for as its own server would; null for everybody else. */
export function identityOf({ customerId: id, name, email }: Person) {
  if (id === undefined) return null;
  const signature = createHmac("sha256", account.identitySecret).update(id).digest("hex");
  return { id, name, ...(email && { email }), signature };
}
