import * as z from "zod";
import { Time } from "./time.ts";

/** `workspaces/{w}/audit/{id}`: who did what, when, from where, with what changed. Only ever added to. */
export const AuditEntry = z.object({
  actor: z.object({
    type: z.enum(["member", "apiKey", "system"]),
    id: z.string(),
    name: z.string(),
  }),
  /** Verb of the room, such as conversations.assign. */
  action: z.string(),
  /** Path of what was changed, within the workspace. */
  target: z.string(),
  /** Field → what it was and became; never the text of a message. */
  changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
  requestId: z.string(),
  ip: z.string(),
  at: Time,
});
export type AuditEntry = z.infer<typeof AuditEntry>;
