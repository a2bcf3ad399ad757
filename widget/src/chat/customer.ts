import type { Identity } from "../protocol.ts";

/** Whom the site has signed in. */
export type Customer = { id: string; name?: string; email?: string };

/** What the page says of its customer; only the server finds out whether that can be believed. */
export function customerIn(identity: Identity | null): Customer | null {
  if (typeof identity !== "string") return identity;
  const { sub, name, email } = claimsIn(identity);
  return {
    id: typeof sub === "string" ? sub : identity,
    ...(typeof name === "string" ? { name } : {}),
    ...(typeof email === "string" ? { email } : {}),
  };
}

/** The claims of a JWT, unchecked; none of what is no JWT. */
function claimsIn(token: string): Record<string, unknown> {
  try {
    const [, payload = ""] = token.split(".");
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, "+").replace(/_/g, "/")), (letter) =>
      letter.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === "object" && claims !== null ? { ...claims } : {};
  } catch {
    return {}; // The server will refuse it.
  }
}
