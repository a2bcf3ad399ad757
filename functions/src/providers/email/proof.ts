import type { Mail } from "@hilo/schema";

/**
 * Whether a mail was proved to come from where it says, by what its service found (SPF, DKIM). One pass is enough,
 * since forwarding breaks the one and many domains lack the other; undecided answers, such as `softfail`, say nothing.
 */
export function proofOf(verdicts: readonly string[]): Mail["proof"] {
  const words = verdicts.map((verdict) => verdict.trim().toLowerCase());
  if (words.includes("pass")) return "pass";
  return words.includes("fail") ? "fail" : undefined;
}
