import * as z from "zod";
import { Millis } from "./time.ts";

/** Whether no message at all is wanted, or none that is sent to many. */
export const OptOutScope = z.enum(["all", "marketing"]);
export type OptOutScope = z.infer<typeof OptOutScope>;

/** That somebody asked for no more messages at an address. */
export const OptOut = z.object({
  /** When, by the provider's time where it tells one. */
  at: Millis,
  /** Who said so: the `contact` themselves, the `provider`, or a member by uid. */
  by: z.string(),
  scope: OptOutScope,
  /**
   * What shows it: a `message` of theirs, an `event` that the provider told, a `refusal` to reach them; `before`: it was
   * noted before that was kept.
   */
  proof: z.enum(["message", "event", "refusal", "before"]),
  /** The line of the thread that tells it. */
  messageId: z.string().optional(),
});
export type OptOut = z.infer<typeof OptOut>;

/** Why marketing may be sent to an address, and since when. */
export const MarketingPermission = z.object({ at: Millis, source: z.string() });
