import * as z from "zod";
import { Time } from "./time.ts";

/** `workspaces/{w}/contacts/{contactId}`: a person. */
export const Contact = z.object({
  name: z.string().max(200),
  /** E.164. */
  phones: z.array(z.string()),
  emails: z.array(z.string()),
  /**
   * What of these the person told of themselves and nobody has proved: `name`, and addresses as they stand above.
   * Nobody is found or joined by it.
   */
  unproven: z.array(z.string()).default([]),
  /** Where they work. */
  company: z.string().max(200).optional(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().length(2).nullable(),
  /** BCP 47. */
  language: z.string().nullable(),
  preferredChannelId: z.string().nullable(),
  /** Channels without messages, as contacts of before the migration `optOuts` have it: it is the identity's now. */
  optOut: z.record(z.string(), z.literal(true)).optional(),
  tags: z.array(z.string()),
  fields: z.record(z.string(), z.string()),
  notes: z.string().max(5000).optional(),
  mergedInto: z.string().optional(),
  createdAt: Time,
  updatedAt: Time,
});
export type Contact = z.infer<typeof Contact>;
