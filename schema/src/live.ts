import * as z from "zod";
import { Time } from "./time.ts";

/** How long presence counts without being renewed, in milliseconds. */
export const presenceMs = 5 * 60 * 1000;

/** `conversations/{c}/live/{uid}`: who has a conversation open, written by the member's own console. */
export const Live = z.object({
  name: z.string().min(1).max(80),
  state: z.enum(["viewing", "typing"]),
  at: Time,
});
export type Live = z.infer<typeof Live>;
