import * as z from "zod";
import { Millis } from "./time.ts";

/**
 * `accountClaims/{uid}`, beside the workspaces: where an account is a member, and who is writing its claims. They are
 * written whole, and Authentication compares nothing: one at a time writes them.
 */
export const AccountClaims = z.object({
  /** The workspaces that have a member document of it, whether it has access there or not. */
  workspaces: z.array(z.string()).default([]),
  /** Who writes them, and until when the others wait. */
  lock: z.object({ holder: z.string(), until: Millis }).nullable().default(null),
});
export type AccountClaims = z.infer<typeof AccountClaims>;
