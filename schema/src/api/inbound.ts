import * as z from "zod";
import { DocumentId } from "../id.ts";
import { inboundRoutes } from "../routes/inbound.ts";
import { MessageState } from "./conversations.ts";
import type { EndpointsOf } from "./endpoint.ts";

/** What became of a replayed letter; an unreadable one is kept, with its reason. */
export const Replayed = z.object({
  outcome: z.enum(["recorded", "duplicate", "ignored", "unreadable"]),
  reason: z.string().optional(),
});
export type Replayed = z.infer<typeof Replayed>;

const count = z.number().int();

export const inboundEndpoints = {
  fetchFilesAgain: {
    ...inboundRoutes.fetchFilesAgain,
    summary: "Fetch the files of a message again that the provider did not give before",
    response: MessageState,
    status: 202,
  },
  replayDeadLetter: {
    ...inboundRoutes.replayDeadLetter,
    summary: "Take a dead letter in again, as if the provider had sent it now",
    response: Replayed,
  },
  replayDeadLetters: {
    ...inboundRoutes.replayDeadLetters,
    summary: "Take a channel's dead letters in again, page by page",
    body: z.strictObject({ cursor: DocumentId.optional() }),
    response: z.object({
      recorded: count,
      duplicate: count,
      ignored: count,
      unreadable: count,
      /** Where to go on; null when all were tried. */
      next: z.string().nullable(),
    }),
  },
} as const satisfies EndpointsOf<typeof inboundRoutes>;
