import * as z from "zod";
import { Millis } from "./time.ts";

// What a message may carry besides its text and its files.

export const Location = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: z.string().optional(),
  address: z.string().optional(),
});
export type Location = z.infer<typeof Location>;

/** One person of a contact card (vCard, RFC 6350). */
export const ContactCard = z.object({
  name: z.string(),
  phones: z.array(z.string()),
  emails: z.array(z.string()),
  organization: z.string().optional(),
});
export type ContactCard = z.infer<typeof ContactCard>;

/** What the customer pressed: a button, or a row of a list. */
export const Choice = z.object({ id: z.string(), title: z.string() });
export type Choice = z.infer<typeof Choice>;

const title = z.string().min(1).max(80);

/** What the business offers to press: buttons under the text, or a list behind one button. */
export const Options = z.object({
  header: z.string().max(60).optional(),
  footer: z.string().max(60).optional(),
  buttons: z
    .array(z.object({ id: z.string().min(1).max(256), title, url: z.string().optional() }))
    .max(13)
    .optional(),
  list: z
    .object({
      /** What the button that opens the list says. */
      button: z.string().min(1).max(20),
      rows: z
        .array(
          z.object({
            id: z.string().min(1).max(200),
            title,
            description: z.string().max(72).optional(),
          }),
        )
        .min(1)
        .max(10),
    })
    .optional(),
});
export type Options = z.infer<typeof Options>;

/** A telephone call as far as it has come. */
export const Call = z.object({
  direction: z.enum(["inbound", "outbound"]),
  state: z.enum(["ringing", "inProgress", "completed", "missed", "busy", "failed", "canceled"]),
  /** Rises with every step; the highest one is true. */
  sequence: z.number().int().nonnegative(),
  durationMs: Millis.optional(),
  answeredBy: z.enum(["person", "machine"]).optional(),
});
export type Call = z.infer<typeof Call>;

/** Somebody's reaction to a message; an empty emoji was taken back. */
export const Emoji = z.object({ emoji: z.string(), at: Millis });
export type Emoji = z.infer<typeof Emoji>;

/** The advertisement or page that brought the customer here. */
export const Referral = z.object({
  headline: z.string().optional(),
  body: z.string().optional(),
  url: z.string().optional(),
  sourceId: z.string().optional(),
  sourceType: z.string().optional(),
});
export type Referral = z.infer<typeof Referral>;
