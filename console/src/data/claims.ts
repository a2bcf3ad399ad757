import type { Millis } from "@hilo/schema";
import { renew, tokenMadeAt } from "./session.ts";
import { whenSignedOut } from "./signed-out.ts";

/** By how much the clock that dates the tokens may be ahead of the one that dates the claims, in milliseconds. */
const skewMs = 5_000;

/** Of when the latest claims are that the token is known to have. */
let known = 0;
whenSignedOut(() => {
  known = 0;
});

/** Renews the token where the claims were changed at this time and it may still have those of before; once for each. */
export async function keepUp(claimsAt: Millis, madeAt = tokenMadeAt, make = renew): Promise<void> {
  if (claimsAt <= known) return;
  const before = known;
  known = claimsAt;
  try {
    const made = await madeAt();
    if (made !== null && made - skewMs < claimsAt) await make();
  } catch {
    known = before;
  }
}
