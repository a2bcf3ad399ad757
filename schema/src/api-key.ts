import * as z from "zod";
import { See, Teams } from "./member.ts";
import { scopes } from "./routes/route.ts";
import { Time } from "./time.ts";

/** What a key may do, each once. */
export const Scopes = z
  .array(z.enum(scopes))
  .min(1)
  .max(scopes.length)
  .refine((all) => new Set(all).size === all.length, "Each scope once");

/** `workspaces/{w}/apiKeys/{sha256 of the key}`: lets another system call the API; the key itself is never kept. */
export const ApiKey = z.object({
  name: z.string().min(1).max(80),
  enabled: z.boolean(),
  /** Keys of the time before scopes were made to send. */
  scopes: Scopes.default(["send"]),
  /** Until when it is good (exclusive); without it, until it is disabled. */
  expiresAt: Time.optional(),
  see: See.default("all"),
  teams: Teams.default([]),
  createdBy: z.string(),
  createdAt: Time,
});
export type ApiKey = z.infer<typeof ApiKey>;
