import * as z from "zod";
import { Millis } from "./time.ts";

/**
 * `accounts/{uid}`, beside the workspaces: whose an account that was made for an invitation is. What lets somebody
 * in (a password, another mailbox) moves the account's `tokensValidAfterTime`: while that is still `validFrom`, only
 * who opens mail at `email`, or has the password that was set through us, has come in.
 */
export const Account = z.object({
  /** In lower case, as Firebase Authentication keeps it. */
  email: z.email(),
  /** Null while the account is being made or cleared. */
  validFrom: Millis.nullable(),
});
export type Account = z.infer<typeof Account>;
