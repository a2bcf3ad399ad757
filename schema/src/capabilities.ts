import * as z from "zod";
import { TemplateForm } from "./template/form.ts";
import { Millis } from "./time.ts";
import { mediaKinds } from "./words.ts";

/** The kinds of file a platform tells apart. */
export const MediaKind = z.enum(mediaKinds);
export type MediaKind = z.infer<typeof MediaKind>;

/** What a platform of a provider can carry: data that drives the composer, the API's checks and the simulator. */
export const Capabilities = z.object({
  /** Longest text, in UTF-16 code units; for SMS the longest message of all parts together. */
  textLength: z.number().int().positive(),
  /** SMS counts parts of 160/153 GSM-7 or 70/67 UCS-2 characters. */
  segments: z.boolean(),
  /** Set where `textLength` counts bytes of UTF-8 instead. */
  textInBytes: z.boolean().optional(),
  /** Most files in one message; 0 when the platform carries none. */
  attachments: z.number().int().nonnegative(),
  /** Largest file by kind, in bytes; a kind that is missing is not carried. */
  media: z.partialRecord(
    MediaKind,
    z.object({
      maxBytes: z.number().int().positive(),
      /** MIME types; `anyType` among them stands for all others. */
      types: z.array(z.string()),
    }),
  ),
  /** Whether a text may go along with files. */
  caption: z.boolean(),
  /** Longest text beside a file, where it is shorter than `textLength`; counted the same way. */
  captionLength: z.number().int().positive().optional(),
  /** How long after the customer's last message a free text may be sent, in milliseconds; null: always. */
  replyWindow: Millis.nullable(),
  /** What may still be sent once the window is closed. */
  exits: z.array(z.enum(["template", "humanAgent"])),
  /** What a template may be made of, where the provider approves some. */
  templates: TemplateForm.optional(),
  /** Whether a message can quote another. */
  replyTo: z.boolean(),
  /** The delivery states this platform reports, beyond "sent". */
  statuses: z.array(z.enum(["sent", "delivered", "read"])),
  /** Whether a conversation can be begun by address, without the customer writing first. */
  canStart: z.boolean(),
  /** How long after the customer's last message a person (never a machine) may still answer, in milliseconds. */
  humanAgentWindow: Millis.optional(),
  /** Whether we can react to a message with an emoji. */
  reactions: z.boolean().optional(),
  /** Whether the customer can be shown that their messages were read. */
  readReceipts: z.boolean().optional(),
  /** Buttons under a text: how many, and how long each may be. */
  buttons: z.object({ most: z.number().int(), title: z.number().int() }).optional(),
  /** A list behind a button: how many rows, and how long their parts may be. */
  list: z
    .object({
      most: z.number().int(),
      title: z.number().int(),
      description: z.number().int(),
      button: z.number().int(),
    })
    .optional(),
  location: z.boolean().optional(),
  cards: z.boolean().optional(),
  /** Whether a message has a subject, as e-mail has. */
  subject: z.boolean().optional(),
  /** Whether a message may have copies, formatted text and another message passed on, as e-mail has. */
  mail: z.boolean().optional(),
  /** Whether what the customer does not come to see can be mailed to them. */
  goesOnByMail: z.boolean().optional(),
  /** Set where nothing can be sent: the platform only tells, as voice tells of calls. */
  readOnly: z.boolean().optional(),
});
export type Capabilities = z.infer<typeof Capabilities>;

/** The kind of media a MIME type belongs to. */
export function mediaKindOf(type: string): MediaKind {
  const family = type.split("/")[0];
  if (family === "image" || family === "audio" || family === "video") return family;
  return "document";
}

/** Among the types of a kind: the channel carries under it whatever there is. */
export const anyType = "*/*";

/** The kind under which a channel carries a type: its own, as a sticker, or as a document. */
export function carriedAs(type: string, media: Capabilities["media"]): MediaKind | undefined {
  const plain = type.split(";")[0] ?? type;
  const candidates: MediaKind[] = [mediaKindOf(plain), "sticker", "document"];
  return (
    candidates.find((kind) => media[kind]?.types.includes(plain)) ??
    candidates.find((kind) => media[kind]?.types.includes(anyType))
  );
}
