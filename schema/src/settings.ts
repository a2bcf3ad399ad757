import * as z from "zod";
import { languages } from "./languages.ts";
import { statsShards } from "./stats.ts";
import { Time, TimeZone } from "./time.ts";

/** `workspaces/{w}/settings/workspace`: how this workspace works. */
export const Settings = z.object({
  name: z.string().min(1).max(80),
  timeZone: TimeZone,
  language: z.enum(languages),
  /** How long a customer may wait before the list says so, in milliseconds. */
  responseTargetMs: z.number().int().positive(),
  /**
   * How many documents share a day's counting. Each takes about one commit a second for long: 64 where a workspace hears
   * tens of messages a second. It may change at any time.
   */
  statsShards: z.number().int().min(1).max(512).default(statsShards),
  /** The types of events that somebody has subscribed to, after `events.ts`. */
  events: z.array(z.string()).optional(),
  updatedAt: Time,
});
export type Settings = z.infer<typeof Settings>;
