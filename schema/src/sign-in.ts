import * as z from "zod";
import { Millis } from "./time.ts";

/** How long a member is asked whether a change of their sign-in was theirs, in milliseconds. */
export const askedMs = 30 * 24 * 60 * 60 * 1000;

/** What was changed of how somebody signs in, without us or by themselves. */
export const SignInChange = z.object({
  what: z.enum(["password", "mailbox"]),
  at: Millis,
});
export type SignInChange = z.infer<typeof SignInChange>;

/**
 * `signIns/{uid}`, beside the workspaces: how an account was last known to let people in. Firebase tells of no change
 * of a password, but it moves the account's `tokensValidAfterTime`: where that is later than `validFrom`, something was
 * changed that we have not noticed yet.
 */
export const SignIn = z.object({
  /** In lower case, as Firebase Authentication keeps it. */
  email: z.string(),
  validFrom: Millis,
  /** The last change that its owner is asked about, the mailbox they had before, and when that was mailed there. */
  changed: SignInChange.extend({ mailbox: z.string(), mailedAt: Millis.nullable() }).optional(),
});
export type SignIn = z.infer<typeof SignIn>;
