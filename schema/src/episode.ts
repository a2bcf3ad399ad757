import * as z from "zod";
import { Author } from "./author.ts";
import { Platform } from "./provider.ts";
import { openDays } from "./stats.ts";
import { Millis } from "./time.ts";

/**
 * What ended longer ago (ms) is over for good: opening its conversation by hand takes no episode back, since the
 * figures of its day are closed.
 */
export const takenBackMs = openDays * 24 * 60 * 60 * 1000;

/**
 * `workspaces/{w}/episodes/{conversationId}-{n}`: the nth matter of a conversation, from the first message of it until
 * it was resolved or closed. Written at its end, with what was so then; what is changed later changes nothing in it.
 */
export const Episode = z.object({
  conversationId: z.string(),
  /** Whom it is about: contacts, by id. */
  about: z.array(z.string()),
  from: Millis,
  to: Millis,
  channelId: z.string(),
  platform: Platform,
  /** ISO 3166-1 alpha-2. */
  country: z.string().length(2).nullable(),
  /** 'none' where it was no team's. */
  teamId: z.string(),
  /** A member's uid, or 'none'. */
  assigneeId: z.string(),
  tags: z.array(z.string()),
  /** BCP 47. */
  language: z.string().nullable(),
  /** When a person first answered in it, or began it. */
  firstResponseAt: Millis.nullable(),
  /** How long the customer waited for a person's first answer to their first message (ms); null where they got none. */
  firstResponseMs: Millis.nullable(),
  /** Whose that answer was: a member's uid, or 'elsewhere' for one from another app. */
  firstResponseBy: z.string().nullable(),
  /** How many waits of the customer were ended by an answer. */
  responses: z.number().int(),
  endedBy: Author.pick({ type: true, id: true }),
  /** No person answered in it, nor ended it. */
  withoutPerson: z.boolean(),
  leadId: z.string().optional(),
  /** When the customer wrote the message that began the next one. */
  reopenedAt: Millis.optional(),
});
export type Episode = z.infer<typeof Episode>;
