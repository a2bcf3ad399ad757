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
  /** The contacts whom it is about: none of entries from before. */
  about: z.array(z.string()).default([]),
  /** Field → what it was and became; never the text of a message. Erasure may empty it. */
  changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
  /** Random, hex: without it nobody finds out by trying what the digest is of. It goes with `changes`. */
  salt: z.string().optional(),
  /** SHA-256, hex, of the salt and `changes` as canonical JSON: it stays true when both have been emptied. */
  digest: z.string().optional(),
  requestId: z.string(),
  ip: z.string(),
  at: Time,
});
export type AuditEntry = z.infer<typeof AuditEntry>;
