import type { ResponseOf } from "@hilo/schema";
import { keepOwn, readOwn } from "../ui/own-storage.ts";
import { call } from "./api.ts";

/** A change of one's own password or mailbox, and when it was (ms). */
export type SignInChange = NonNullable<ResponseOf<"getSignIn">["changed"]>;

/**
 * Each device is answered on its own: whoever changed somebody else's password answers on another one. What was asked
 * here before is not asked again.
 */
const name = "signInChange";

/** The change that this member has not been asked about on this device; throws `ApiProblem`. */
export async function changeToAsk(): Promise<SignInChange | null> {
  const { changed } = await call("getSignIn", {});
  return changed && changed.at !== readOwn(name) ? changed : null;
}

export function answered({ at }: SignInChange): void {
  keepOwn(name, at);
}
