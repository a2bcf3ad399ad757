import * as z from "zod";
import { DocumentId } from "./id.ts";
import { Time } from "./time.ts";

/** How long presence counts without being renewed, in milliseconds. */
export const presenceMs = 5 * 60 * 1000;

/**
 * `workspaces/{w}/presences/{uid}`: which conversation a member has before them, written by their own console. Nothing
 * of the kind is there while they are at none.
 */
export const Presence = z.object({
  conversationId: DocumentId,
  state: z.enum(["viewing", "typing"]),
  at: Time,
});
export type Presence = z.infer<typeof Presence>;
