/** How long after signing in a session lasts, in milliseconds. */
export const sessionMs = 24 * 60 * 60 * 1000;

/** What an ID token says of its session, in seconds since the epoch. */
type TokenTimes = { readonly auth_time: number; readonly until?: unknown };

/**
 * When a session ends (ms): 24 hours after signing in or, where the token has `until`, then, if that is earlier.
 * `isInTime` of `firestore.rules` says the same. An `until` that is no number ends it at once.
 */
export function sessionEnd({ auth_time, until }: TokenTimes): number {
  const end = auth_time * 1000 + sessionMs;
  if (until === undefined) return end;
  return typeof until === "number" ? Math.min(end, until * 1000) : 0;
}
