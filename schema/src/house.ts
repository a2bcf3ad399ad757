import * as z from "zod";
import { Time } from "./time.ts";

/** `settings/house`: what holds for every workspace of this deployment. */
export const House = z.object({
  /**
   * Nothing that was due before this goes out by itself: set after a restore, so that a person looks first at what the
   * backup still held as waiting. Normally there is none.
   */
  heldBefore: Time.optional(),
});
export type House = z.infer<typeof House>;
