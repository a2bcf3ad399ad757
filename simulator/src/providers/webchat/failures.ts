import type { FailureCode } from "../provider.ts";

/** There is no provider to fail: these are the house's own refusals, as its API words them, by their HTTP status. */
const refusals = { 403: "notAllowed", 413: "tooLarge", 415: "wrongType", 429: "tooMany" } as const;

export const failures: FailureCode[] = Object.keys(refusals).map((code) => ({
  code,
  at: ["call"],
}));

/** A refusal, or the house's own fault, as problem+json (RFC 9457). */
export type Problem = { type: string; title: string; status: number; code: string; detail: string };

/** The refusal that has been chosen, if it is one of the house's. */
export function refusalOf(code: string | number | undefined): Problem | null {
  const found = Object.entries(refusals).find(([status]) => status === String(code));
  return found ? problemOf(Number(found[0]), found[1]) : null;
}

export function problemOf(status: number, code: string): Problem {
  return { type: "about:blank", title: code, status, code, detail: "As the simulator was told." };
}
