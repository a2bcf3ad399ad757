import * as z from "zod";
import { Time } from "./time.ts";
import { attendings } from "./words.ts";

/** What a member chooses to be while here. */
export const Attending = z.enum(attendings);
export type Attending = z.infer<typeof Attending>;

/** Whether a member can be given something now; who is not here is offline. */
export const Availability = z.enum([...Attending.options, "offline"]);
export type Availability = z.infer<typeof Availability>;

/** For how long a member who said to be here is believed, in milliseconds. */
export const attendanceMs = 5 * 60 * 1000;

/** How long a tab that closes may take to come back, as it does when it is reloaded, in milliseconds. */
export const farewellMs = 30 * 1000;

/**
 * `workspaces/{w}/attendances/{uid}`: what a member chose, and until when each open console is believed. It changes
 * every few minutes, so that no client listens to it: colleagues read the member's `state`.
 */
export const Attendance = z.object({
  choice: Attending,
  tabs: z.record(z.string(), Time),
  /** When the last of the tabs ends; null when nobody is here. */
  until: Time.nullable(),
});
export type Attendance = z.infer<typeof Attendance>;
