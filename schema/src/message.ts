import * as z from "zod";
import { Millis, Time } from "./time.ts";

export const Direction = z.enum(["inbound", "outbound", "note", "system"]);
export type Direction = z.infer<typeof Direction>;

export const MessageKind = z.enum([
  "text",
  "image",
  "video",
  "audio",
  "document",
  "sticker",
  "location",
  "contact",
  "template",
  "buttons",
  "reaction",
  "call",
  "event",
  "unsupported",
]);
export type MessageKind = z.infer<typeof MessageKind>;

export const MessageStatus = z.enum([
  "received",
  "queued",
  "sending",
  "sent",
  "delivered",
  "read",
  "failed",
  "unknown",
]);
export type MessageStatus = z.infer<typeof MessageStatus>;

/** How far a delivery has come; a status may only climb, in whatever order the callbacks arrive. */
export const statusRank = { queued: 1, sending: 2, sent: 3, delivered: 4, read: 5 } as const;
export type RankedStatus = keyof typeof statusRank;

/** A file of a message. `source` is the provider's address until the file has been fetched. */
export const Attachment = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number().int().nullable(),
  state: z.enum(["pending", "ready", "refused", "failed"]),
  source: z.string().optional(),
  /** The Content-ID by which an e-mail's HTML shows it. */
  contentId: z.string().optional(),
  /** Why the file is not to be had. */
  reason: z.string().optional(),
});
export type Attachment = z.infer<typeof Attachment>;

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

/** What a message of e-mail has besides its text. */
export const Mail = z.object({
  subject: z.string().max(1000),
  /** RFC 5322 Message-ID, without brackets. */
  messageId: z.string().max(1000).optional(),
  /** The Message-IDs of the thread so far, oldest first, without brackets. */
  references: z.array(z.string().max(1000)).max(100),
  to: z.array(z.string()).max(100),
  cc: z.array(z.string()).max(100),
  /** As it came; shown only inside a sandboxed frame. Left out when it is longer than a document should hold. */
  html: z.string().max(300_000).optional(),
  /** The part of the text that quotes earlier messages. */
  quoted: z.string().optional(),
  /** Written by a machine: never answered automatically. */
  automatic: z.enum(["reply", "list", "bounce"]).optional(),
});
export type Mail = z.infer<typeof Mail>;

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
export const Reaction = z.object({ emoji: z.string(), at: Millis });
export type Reaction = z.infer<typeof Reaction>;

/** The advertisement or page that brought the customer here. */
export const Referral = z.object({
  headline: z.string().optional(),
  body: z.string().optional(),
  url: z.string().optional(),
  sourceId: z.string().optional(),
  sourceType: z.string().optional(),
});
export type Referral = z.infer<typeof Referral>;

/** Who wrote, as far as the provider says. */
export const Sender = z.object({
  /** Where an answer goes: exactly what the provider gave, without its prefix. A phone may be withheld. */
  address: z.string().min(1).max(140),
  name: z.string().max(200).optional(),
  /** E.164. */
  phone: z.string().optional(),
  /** WhatsApp's business-scoped user id (BSUID). */
  userId: z.string().optional(),
  username: z.string().max(200).optional(),
  /** Told by the person, or by whoever vouches for them. */
  email: z.string().max(200).optional(),
  /** ISO 3166-1 alpha-2, when the provider tells it. */
  country: z.string().length(2).optional(),
});
export type Sender = z.infer<typeof Sender>;

/** The customer asks for no more messages, for them again, or for help. */
export const Consent = z.enum(["stop", "start", "help"]);
export type Consent = z.infer<typeof Consent>;

export const Author = z.object({
  type: z.enum(["contact", "member", "responder", "campaign", "system"]),
  id: z.string(),
  name: z.string(),
});
export type Author = z.infer<typeof Author>;

/** The kinds of failure, told apart by what a person should do about them; the console words each. */
export const FailureReason = z.enum([
  "badAddress",
  "unreachable",
  "blocked",
  "optedOut",
  "windowClosed",
  "content",
  "media",
  "template",
  "templatePaused",
  "policy",
  "spamLimited",
  "rateLimited",
  "permission",
  "configuration",
  "credentials",
  "otherChannel",
  "transient",
  "unconfirmed",
  "other",
]);
export type FailureReason = z.infer<typeof FailureReason>;

/**
 * Why a message was not delivered: the provider's own code (or ours: `unreachable`, `unconfirmed`), the reason by
 * which the console says what to do, and a sentence in English for logs and other systems.
 */
export const DeliveryError = z.object({
  code: z.string(),
  reason: FailureReason,
  message: z.string(),
  /** Set where it concerns marketing only: other messages may still be sent. */
  scope: z.literal("marketing").optional(),
});
export type DeliveryError = z.infer<typeof DeliveryError>;

/** A change of the conversation told in the thread; words are put to it by the console's language. */
export const SystemEvent = z.object({
  type: z.enum([
    "assigned",
    "unassigned",
    "status",
    "priority",
    "tags",
    "snoozed",
    "lead",
    "optOut",
    "optIn",
    "addressChanged",
  ]),
  /** What it became: a member's name, a status, a priority, a time, a tag list. */
  to: z.string().optional(),
  why: z.string().optional(),
});
export type SystemEvent = z.infer<typeof SystemEvent>;

/** `conversations/{c}/messages/{m}`: one entry of the thread. */
export const Message = z.object({
  direction: Direction,
  kind: MessageKind,
  text: z.string(),
  attachments: z.array(Attachment),
  location: Location.optional(),
  cards: z.array(ContactCard).optional(),
  choice: Choice.optional(),
  options: Options.optional(),
  call: Call.optional(),
  mail: Mail.optional(),
  /** Messages of one album share this. */
  album: z.string().optional(),
  /** Inside a group: the name of the person who wrote. */
  writer: z.string().optional(),
  /** Outbound, but written somewhere else, such as in the phone's own app. */
  echo: z.boolean().optional(),
  referral: Referral.optional(),
  forwarded: z.boolean().optional(),
  event: SystemEvent.optional(),
  template: z.object({ id: z.string(), variables: z.record(z.string(), z.string()) }).optional(),
  /** Sent outside the reply window as a person's own answer, where the platform allows that for some days. */
  humanAgent: z.boolean().optional(),
  /** What the outbox or the provider last said; `statusOf` tells what is true after reordered callbacks. */
  status: MessageStatus,
  statusRank: z.number().int(),
  statusAt: z.partialRecord(MessageStatus, Millis),
  error: DeliveryError.optional(),
  externalId: z.string().nullable(),
  /** The quoted message: its id here when known, else the provider's id of it. */
  replyTo: z.object({ id: z.string().optional(), externalId: z.string().optional() }).optional(),
  /** By who reacted: `us`, or the customer's key. */
  reactions: z.record(z.string(), Reaction).optional(),
  /** The text before it was edited for the first time. */
  original: z.string().optional(),
  /** A failed message that was sent again, as a message of its own. */
  retriedAs: z.string().optional(),
  editedAt: Millis.optional(),
  deletedAt: Millis.optional(),
  author: Author,
  /** Inbound: how the provider named the writer, for whoever reacts to the message. */
  sender: Sender.optional(),
  /** Inbound: a wish about being written to. */
  consent: Consent.optional(),
  providerAt: Millis,
  createdAt: Time,
  /** Since when the customer was waiting for this answer; they go on waiting when it fails. */
  waitedSince: Millis.optional(),
  /** Outbox: deliveries tried so far. */
  attempts: z.number().int().optional(),
  /** Outbox: when the lease of a running delivery ends, or a queued one is next due. Absent once settled. */
  dueAt: Time.optional(),
});
export type Message = z.infer<typeof Message>;

/** Whether these facts say a message is settled, and as what: a delivery proven later outranks a failure. */
export function statusOf(
  message: Pick<Message, "status" | "statusRank" | "statusAt">,
): MessageStatus {
  const { status, statusRank: rank, statusAt } = message;
  if (status === "received") return "received";
  if (rank >= statusRank.read) return "read";
  if (rank >= statusRank.delivered) return "delivered";
  if (statusAt.failed !== undefined) return "failed";
  if (rank >= statusRank.sent) return "sent";
  if (rank >= statusRank.sending) return "sending";
  return status === "unknown" || status === "sending" ? status : "queued";
}

/** Thread order: by provider time, then by arrival, then by id, so that any order of delivery reads the same. */
export function threadOrder(
  a: Pick<Message, "providerAt" | "createdAt"> & { id: string },
  b: Pick<Message, "providerAt" | "createdAt"> & { id: string },
): number {
  return (
    a.providerAt - b.providerAt ||
    a.createdAt.getTime() - b.createdAt.getTime() ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
