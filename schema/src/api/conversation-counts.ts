import * as z from "zod";
import { ConversationStatus, Priority } from "../conversation.ts";
import { DocumentId } from "../id.ts";
import { Platform } from "../provider.ts";
import { Millis } from "../time.ts";

/** Which conversations are counted: all that is said has to be so. */
export const CountedConversations = z
  .strictObject({
    /** Any of these states. */
    status: z.array(ConversationStatus).min(1).max(5).optional(),
    channelId: DocumentId.optional(),
    platform: Platform.optional(),
    priority: Priority.optional(),
    /** A member's uid, or 'none'. */
    assigneeId: DocumentId.optional(),
    /** Whose newest message is not older. */
    since: Millis.optional(),
    /** Whose customer waits for an answer. */
    waiting: z.literal(true).optional(),
    /** Whose reply window is still open, and is closed then. */
    replyBefore: Millis.optional(),
    /** With a send that failed, which nobody has dealt with. */
    failed: z.literal(true).optional(),
    /** Resolved at this time or later. */
    resolvedSince: Millis.optional(),
    /** No more than this are counted. */
    most: z.number().int().min(1).max(100_000).optional(),
  })
  .refine(
    ({ since, waiting, replyBefore, failed, resolvedSince }) =>
      [since, waiting, replyBefore, failed, resolvedSince].filter((one) => one !== undefined)
        .length <= 1,
    "Only one of since, waiting, replyBefore, failed and resolvedSince can be asked for at a time",
  );
export type CountedConversations = z.infer<typeof CountedConversations>;
