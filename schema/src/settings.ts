import * as z from "zod";
import { languages } from "./languages.ts";
import { operationRate } from "./operation.ts";
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
  /** How many documents something that touches many writes in a second, at most. */
  operationRate: z.number().int().min(1).max(10_000).default(operationRate),
  /** The types of events that somebody has subscribed to, after `events.ts`. */
  events: z.array(z.string()).optional(),
  /** Which version of documents stands here since a migration has ended, after `version.ts`: older consoles read it wrong. */
  minVersion: z.number().int().min(0).default(0),
  updatedAt: Time,
});
export type Settings = z.infer<typeof Settings>;
