import * as z from "zod";
import { AboutContacts } from "./about.ts";
import { Time } from "./time.ts";

/** `workspaces/{w}/deadLetters/{id}`: something a provider sent, signed, that could not be used as it was. */
export const DeadLetter = z.object({
  channelId: z.string(),
  provider: z.string(),
  /** The account of the channel that verified it, and the marks of its secrets, where one address is for several. */
  account: z.string().optional(),
  signedBy: z.array(z.string()).default([]),
  reason: z.string(),
  /** Of those who wrote what could not be used; it may hold what others wrote. */
  about: AboutContacts,
  contentType: z.string(),
  /** The body as it came, or the beginning of one that is longer than a document holds. */
  body: z.string(),
  /** How `body` is written: base64 where the bytes are no text. */
  encoding: z.enum(["utf8", "base64"]).default("utf8"),
  /** Whether the body was longer than `body` holds. */
  cut: z.boolean().default(false),
  /** In how many `letterParts` the whole of a cut body is kept; none where it is not. */
  parts: z.number().int().default(0),
  query: z.record(z.string(), z.string()),
  /** The address called, what stood in it after the channel, and the headers that say what it is; no secrets. */
  url: z.string().default(""),
  rest: z.array(z.string()).default([]),
  headers: z.record(z.string(), z.string()).default({}),
  /** How many of this kind came, where they are kept as one. */
  times: z.number().int().default(1),
  receivedAt: Time,
  /** When it is deleted by itself. */
  expiresAt: Time.optional(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;
