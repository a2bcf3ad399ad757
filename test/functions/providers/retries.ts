import { equal, ok } from "node:assert/strict";
import { ProviderError } from "../../../functions/src/providers/adapter.ts";

/** A code of a provider's list of errors, and when a message that failed by it may go again. */
export type Listed = { code: string; class: string; retry: string };

/** Kinds of failure after which the message goes again by itself. */
const again = ["rateLimited", "unreachable"];

/** What must be mended, or will never go, or waits for the customer, is not sent again by itself. */
const final = ["never", "after_fix", "after_user_action"];

/** The failure that a send ends with. */
export async function failureOf(sending: Promise<unknown>): Promise<ProviderError> {
  const thrown = await sending.then(
    () => undefined,
    (error: unknown) => error,
  );
  ok(thrown instanceof ProviderError, "The send went through");
  return thrown;
}

/** Declares a test for each listed code of which the list says whether it is tried again. */
export function retriesAsListed(
  errors: readonly Listed[],
  send: (code: string) => Promise<unknown>,
): void {
  for (const { code, class: family, retry } of errors) {
    if (final.includes(retry))
      it(`${code} (${retry}) is not sent again by itself`, async () => {
        const { kind } = await failureOf(send(code));
        equal(again.includes(kind), false, kind);
      });
    else if (family === "rate_limited")
      it(`${code} (${retry}) is sent again later`, async () => {
        equal((await failureOf(send(code))).kind, "rateLimited");
      });
  }
}
