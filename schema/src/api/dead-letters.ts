import * as z from "zod";
import { DocumentId } from "../id.ts";
import { Millis } from "../time.ts";
import type { Endpoint } from "./endpoint.ts";

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

/** What became of a replayed letter; an unreadable one is kept, with its reason. */
export const Replayed = z.object({
  outcome: z.enum(["recorded", "duplicate", "ignored", "unreadable"]),
  reason: z.string().optional(),
});
export type Replayed = z.infer<typeof Replayed>;

const count = z.number().int();

export const deadLetterEndpoints = {
  listDeadLetters: {
    method: "GET",
    path: "/channels/{channelId}/dead-letters",
    summary: "What a channel received and could not use, newest first",
    permission: "deadLetters.manage",
    query: z.object({
      limit: z.coerce.number().int().min(1).max(100).default(25),
      /** `next` of the page before. */
      cursor: DocumentId.optional(),
    }),
    response: z.object({ letters: z.array(ListedLetter), next: z.string().nullable() }),
  },
  getDeadLetter: {
    method: "GET",
    path: "/dead-letters/{letterId}",
    summary: "A dead letter with its body",
    permission: "deadLetters.manage",
    response: OpenedLetter,
  },
  replayDeadLetter: {
    method: "POST",
    path: "/dead-letters/{letterId}/replay",
    summary: "Take a dead letter in again, as if the provider had sent it now",
    permission: "deadLetters.manage",
    response: Replayed,
  },
  replayDeadLetters: {
    method: "POST",
    path: "/channels/{channelId}/dead-letters/replay",
    summary: "Take a channel's dead letters in again, page by page",
    permission: "deadLetters.manage",
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
  deleteDeadLetter: {
    method: "DELETE",
    path: "/dead-letters/{letterId}",
    summary: "Delete a dead letter for ever",
    permission: "deadLetters.manage",
    response: z.object({ id: z.string() }),
  },
} as const satisfies Record<string, Endpoint>;
