import * as z from "zod";
import { Author } from "./author.ts";
import { Call, Choice, ContactCard, Emoji, Location, Options, Referral } from "./content.ts";
import { languages } from "./languages.ts";
import { Mail } from "./mail.ts";
import { longestAddress } from "./mail-address.ts";
import { Provider } from "./provider.ts";
import { SystemEvent } from "./system-event.ts";
import { Millis, Time } from "./time.ts";
import { TookTurn } from "./turn.ts";

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

/** A file of a message. `source` is the provider's address as long as the file has not come from there. */
export const Attachment = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number().int().nullable(),
  /** `held`: kept, but dangerous to open; `refused` and `failed`: not there. */
  state: z.enum(["pending", "ready", "held", "refused", "failed"]),
  source: z.string().optional(),
  /** The Content-ID by which an e-mail's HTML shows it. */
  contentId: z.string().optional(),
  /** Why the file is not to be had, or held back. */
  reason: z.string().optional(),
});
export type Attachment = z.infer<typeof Attachment>;

/** Who wrote, as far as the provider says. */
export const Sender = z.object({
  /** Where an answer goes: exactly what the provider gave, without its prefix. A phone may be withheld. */
  address: z.string().min(1).max(longestAddress),
  name: z.string().max(200).optional(),
  /** E.164. */
  phone: z.string().optional(),
  /** WhatsApp's business-scoped user id (BSUID). */
  userId: z.string().optional(),
  username: z.string().max(200).optional(),
  /** Told by the person, or by whoever vouches for them. */
  email: z.string().max(longestAddress).optional(),
  /** What of these they say of themselves and nobody has proved, on a channel that tells that apart. */
  unproven: z.array(z.enum(["name", "email", "phone"])).optional(),
  /** ISO 3166-1 alpha-2, when the provider tells it. */
  country: z.string().length(2).optional(),
  /** BCP 47: what their program speaks, where it says so. */
  language: z.string().max(35).optional(),
});
export type Sender = z.infer<typeof Sender>;

/** Whether something is told of a sender that nobody has proved. */
export function isUnproven(sender: Sender, what: "name" | "email" | "phone"): boolean {
  return Boolean(sender[what]) && sender.unproven?.includes(what) === true;
}

/** The customer asks for no more messages, for them again, or for help. */
export const Consent = z.enum(["stop", "start", "help"]);
export type Consent = z.infer<typeof Consent>;

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

/** The mail that a line of the thread tells of: it carries messages which nobody came to see. */
export const Carries = z.object({
  /** The channel it goes out by. */
  channelId: z.string(),
  provider: Provider,
  to: z.string().max(longestAddress),
  messageIds: z.array(z.string()).max(100),
  language: z.enum(languages),
});
export type Carries = z.infer<typeof Carries>;

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
  /** Of a note: the members it mentions, by uid. */
  mentions: z.array(z.string()).optional(),
  /** Who wrote, where that is not whom we answer: somebody in a group, or a colleague by e-mail. */
  writer: z.string().optional(),
  /** Outbound, but written somewhere else, such as in the phone's own app. */
  echo: z.boolean().optional(),
  /** Of such a one: the turn that it took. */
  tookTurn: TookTurn.optional(),
  /** Of a person's answer: the lead that the conversation had. */
  leadId: z.string().optional(),
  /** Written before the channel was connected: it was kept, but nobody was called to it. */
  past: z.boolean().optional(),
  referral: Referral.optional(),
  forwarded: z.boolean().optional(),
  event: SystemEvent.optional(),
  template: z.object({ id: z.string(), variables: z.record(z.string(), z.string()) }).optional(),
  /** Sent outside the reply window as a person's own answer, where the platform allows that for some days. */
  humanAgent: z.boolean().optional(),
  /** What the outbox or the provider last said; what is true `statusOf` tells: nothing else shows or compares it. */
  status: MessageStatus,
  statusRank: z.number().int(),
  statusAt: z.partialRecord(MessageStatus, Millis),
  /** What a watermark said while the send was unanswered: true once the message is known to be sent. */
  told: z.partialRecord(z.enum(["delivered", "read"]), Millis).optional(),
  error: DeliveryError.optional(),
  externalId: z.string().nullable(),
  /** The quoted message: its id here when known, else the provider's id of it. */
  replyTo: z.object({ id: z.string().optional(), externalId: z.string().optional() }).optional(),
  /** By who reacted: `us`, or the customer's key. */
  reactions: z.record(z.string(), Emoji).optional(),
  /** The text before it was edited for the first time. */
  original: z.string().optional(),
  /** A failed message that was sent again, as a message of its own. */
  retriedAs: z.string().optional(),
  editedAt: Millis.optional(),
  deletedAt: Millis.optional(),
  author: Author,
  /** Inbound: how the provider named the writer, for whoever reacts to the message. */
  sender: Sender.optional(),
  /** Inbound, and nobody waits for an answer: a machine wrote it. */
  quiet: z.literal(true).optional(),
  /** The conversation it was in until that turned out to be the same person's. */
  movedFrom: z.string().optional(),
  /** Inbound: a wish about being written to. */
  consent: Consent.optional(),
  providerAt: Millis,
  /** Which of the messages of one `providerAt` it is: the provider's own count, or milliseconds since the epoch. */
  order: z.number().optional(),
  createdAt: Time,
  /** Since when the customer was waiting for this answer; they go on waiting when it fails. */
  waitedSince: Millis.optional(),
  /** It failed, and what it had counted was taken back: with it the wait that it was an answer to. */
  uncounted: z.object({ waitedSince: Millis.optional() }).optional(),
  /** Outbound: the failure that its conversation was told of, as the time in `failedAt` there. */
  failureAt: Millis.optional(),
  /** Outbound: the line of the mail that carried it, too. */
  mailedAs: z.string().optional(),
  /** Of a line that tells of a mail. */
  carries: Carries.optional(),
  /** Outbox: deliveries tried so far. */
  attempts: z.number().int().optional(),
  /** Outbox: when the lease of a running delivery ends, or a queued one is next due. Absent once settled. */
  dueAt: Time.optional(),
  /** Outbox: who alone delivers it, at a pace of their own; its times stand in `pumpAt`, never in `dueAt`. */
  pump: z.string().optional(),
  pumpAt: Time.optional(),
});
export type Message = z.infer<typeof Message>;

/** What of a message tells how far its delivery has come. */
export const Delivery = Message.pick({
  status: true,
  statusRank: true,
  statusAt: true,
  told: true,
});
export type Delivery = z.infer<typeof Delivery>;

/** What is true of a delivery, whatever order it was told in: one proven later outranks a failure. */
export function statusOf(message: Delivery): MessageStatus {
  const { status, statusAt } = message;
  if (status === "received") return "received";
  const rank = rankOf(message);
  if (rank >= statusRank.read) return "read";
  if (rank >= statusRank.delivered) return "delivered";
  if (statusAt.failed !== undefined) return "failed";
  if (rank >= statusRank.sent) return "sent";
  if (rank >= statusRank.sending) return "sending";
  return status === "unknown" || status === "sending" ? status : "queued";
}

/** What a watermark said before the send was answered holds once it is known to be sent. */
function rankOf({ statusRank: rank, told }: Delivery): number {
  if (!told || rank < statusRank.sent) return rank;
  return Math.max(rank, told.read === undefined ? statusRank.delivered : statusRank.read);
}

/** When it came how far. */
export function statusTimesOf({
  statusRank: rank,
  statusAt,
  told,
}: Delivery): Delivery["statusAt"] {
  return told && rank >= statusRank.sent ? { ...told, ...statusAt } : statusAt;
}

type Placed = Pick<Message, "providerAt" | "order" | "createdAt"> & { id: string };

/**
 * Thread order: by provider time, then by the provider's count or else by arrival, then by id, so that any order of
 * delivery reads the same.
 */
export function threadOrder(a: Placed, b: Placed): number {
  return (
    a.providerAt - b.providerAt ||
    (a.order ?? a.createdAt.getTime()) - (b.order ?? b.createdAt.getTime()) ||
    a.createdAt.getTime() - b.createdAt.getTime() ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
