import * as z from "zod";
import { DocumentId } from "./id.ts";
import { isMailAddress } from "./mail-address.ts";
import { lines } from "./text.ts";

/** One plain e-mail address. */
export const MailAddress = z
  .string()
  .trim()
  .refine(isMailAddress, "It is no e-mail address, such as ana@example.com");

/** Who gets a copy. */
const copies = z.array(MailAddress).max(20);

/** The message that a mail passes on. */
const Forwards = z.strictObject({ conversationId: DocumentId, messageId: DocumentId });

/** What a message sent by e-mail may have besides its text, its files and its subject. */
export const SentMail = z.strictObject({
  cc: copies.optional(),
  /** Who gets a copy that nobody else is told of. */
  bcc: copies.optional(),
  /** The text as its editor formatted it; `<img src="cid:{fileId}">` shows one of the message's files. */
  html: lines(200_000).optional(),
  /** What it passes on: its head, its text and its files are put below what is written. */
  forwards: Forwards.optional(),
});
export type SentMail = z.infer<typeof SentMail>;

/** A copy that the mail server took for nobody, by what it said. */
export const RefusedCopy = z.object({
  address: z.string(),
  code: z.string(),
  message: z.string(),
});
export type RefusedCopy = z.infer<typeof RefusedCopy>;

/** What a message of e-mail has besides its text. */
export const Mail = z.object({
  subject: z.string().max(1000),
  /** RFC 5322 Message-ID, without brackets. */
  messageId: z.string().max(1000).optional(),
  /** The Message-IDs of the thread so far, oldest first, without brackets. */
  references: z.array(z.string().max(1000)).max(100),
  to: z.array(z.string()).max(100),
  cc: z.array(z.string()).max(100),
  /** Outbound: who got a copy that nobody else was told of. */
  bcc: z.array(z.string()).max(100).optional(),
  /**
   * Inbound as it came, and shown only inside a sandboxed frame; outbound as it went, without what is quoted and
   * without the signature. Left out when it is longer than a document should hold.
   */
  html: z.string().max(300_000).optional(),
  /** The part of the text that quotes earlier messages; outbound the head and the text of what was passed on. */
  quoted: z.string().optional(),
  /** Outbound: the message that was passed on, and its HTML as it went. */
  forwards: z.object({ ...Forwards.shape, html: z.string().optional() }).optional(),
  /** Outbound: the copies that were refused, while the others went. */
  refused: z.array(RefusedCopy).optional(),
  /** Written by a machine: never answered automatically. */
  automatic: z.enum(["reply", "list", "bounce"]).optional(),
  /** What tells it from another mail that goes by the same Message-ID. */
  digest: z.string().max(64).optional(),
  /** Whether it was proved to come from where it says; left out when nobody tells. */
  proof: z.enum(["pass", "fail"]).optional(),
});
export type Mail = z.infer<typeof Mail>;
