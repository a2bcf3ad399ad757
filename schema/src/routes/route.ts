import type { Permission } from "../permissions.ts";

/**
 * What an API key may be let do: to read, to send and learn what became of it, to change what it may read, to tell
 * members something, and to administer one thing each, as only some roles may.
 */
export const scopes = [
  "read",
  "send",
  "write",
  "notify",
  "admin:members",
  "admin:channels",
  "admin:templates",
  "admin:deadLetters",
] as const;
export type Scope = (typeof scopes)[number];

/** Whether a scope lets do what the role of API keys does not. */
export function isAdministering(scope: Scope): boolean {
  return scope.startsWith("admin:");
}

/** Which count of requests in a minute an endpoint goes into; how many each allows is the API's to say. */
export type Limit = "general" | "send" | "files" | "accounts";

/**
 * What keeps a call that is repeated after a lost answer from being done twice: an Idempotency-Key, which its caller
 * should send; its own id, which the body names; or nothing, since twice is as once or does no harm. A key that is sent
 * is honoured in any case, but by GET.
 */
export type Once = "key" | "ownId" | "none";

/** An endpoint, but for its shapes. Paths stand under `apiBase` and name their parameters in braces. */
export type Route = {
  readonly path: `/${string}`;
  /** What whoever calls it has to be allowed; null for anybody who has signed in, whether they work here or not. */
  readonly permission: Permission | null;
  /** An API key needs one of these; without any, the endpoint is for people only. */
  readonly scopes?: readonly [Scope, ...Scope[]];
  /** `general` when not said. */
  readonly limit?: Limit;
  /** Whether the body is a form with one file. */
  readonly upload?: true;
} & (
  | { readonly method: "POST"; readonly once: Once }
  | { readonly method: "GET" | "PATCH" | "DELETE"; readonly once?: Once }
);
