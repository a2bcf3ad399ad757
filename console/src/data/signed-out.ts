import { session } from "./session.ts";

/** Runs whenever somebody has signed out: what was theirs does not stay in memory for the next one. */
export function whenSignedOut(work: () => void): void {
  session.subscribe(() => {
    if (session.value !== "loading" && "why" in session.value) work();
  });
}
