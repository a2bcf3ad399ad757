import * as z from "zod";
import { languages } from "./languages.ts";
import { Time, TimeZone } from "./time.ts";

/** `workspaces/{w}/settings/workspace`: how this workspace works. */
export const Settings = z.object({
  name: z.string().min(1).max(80),
  timeZone: TimeZone,
  language: z.enum(languages),
  /** How long a customer may wait before the list says so, in milliseconds. */
  responseTargetMs: z.number().int().positive(),
  updatedAt: Time,
});
export type Settings = z.infer<typeof Settings>;
