import * as z from "zod";
import { DocumentId } from "../id.ts";
import { deadLetterRoutes } from "../routes/dead-letters.ts";
import { Millis } from "../time.ts";
import type { EndpointsOf } from "./endpoint.ts";

/** A dead letter as a list shows it. */
export const ListedLetter = z.object({
  id: z.string(),
  channelId: z.string(),
  provider: z.string(),
  reason: z.string(),
  receivedAt: Millis,
  /** How many of this kind came, where they are kept as one. */
  times: z.number().int(),
});
export type ListedLetter = z.infer<typeof ListedLetter>;

/** A dead letter with its body as text. */
export const OpenedLetter = ListedLetter.extend({
  contentType: z.string(),
  body: z.string(),
  /** Whether `body` is base64, of bytes that are no text. */
  binary: z.boolean(),
  /** Whether the body was too long to keep whole. */
  cut: z.boolean(),
});
export type OpenedLetter = z.infer<typeof OpenedLetter>;

export const deadLetterEndpoints = {
  listDeadLetters: {
    ...deadLetterRoutes.listDeadLetters,
    summary: "What a channel received and could not use, newest first",
    query: z.object({
      limit: z.coerce.number().int().min(1).max(100).default(25),
      /** `next` of the page before. */
      cursor: DocumentId.optional(),
    }),
    response: z.object({ letters: z.array(ListedLetter), next: z.string().nullable() }),
  },
  getDeadLetter: {
    ...deadLetterRoutes.getDeadLetter,
    summary: "A dead letter with its body",
    response: OpenedLetter,
  },
  deleteDeadLetter: {
    ...deadLetterRoutes.deleteDeadLetter,
    summary: "Delete a dead letter for ever",
    response: z.object({ id: z.string() }),
  },
} as const satisfies EndpointsOf<typeof deadLetterRoutes>;
