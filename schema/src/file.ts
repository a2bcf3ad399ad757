import * as z from "zod";
import { AboutContacts } from "./about.ts";
import { Time } from "./time.ts";

/** Why a file is dangerous to open: what it is made of. */
export const Danger = z.enum(["program", "script", "macros", "page", "shortcut", "disk"]);
export type Danger = z.infer<typeof Danger>;

/** `workspaces/{w}/files/{fileId}`: what is known of a stored file; its bytes are in the blob store. */
export const StoredFile = z.object({
  name: z.string().min(1).max(200),
  type: z.string(),
  size: z.number().int(),
  /** SHA-256 of the bytes, hex. */
  sha256: z.string(),
  /** Who brought it: a member's uid, or the conversation it came with. */
  by: z.string(),
  /** Of one that came before its sender was known, its conversation (`by`) tells. */
  about: AboutContacts,
  /** Why it is held back: only an administrator may save it. */
  held: Danger.optional(),
  createdAt: Time,
  /** Since when it waits for the visitor's message that it was uploaded for; removed when none comes in a day. */
  pendingSince: Time.optional(),
});
export type StoredFile = z.infer<typeof StoredFile>;
