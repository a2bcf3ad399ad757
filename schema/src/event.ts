import * as z from "zod";
import { Call, Choice, ContactCard, Location, Options, Referral } from "./content.ts";
import { Mail } from "./mail.ts";
import { longestAddress } from "./mail-address.ts";
import { Consent, DeliveryError, MessageKind, Sender } from "./message.ts";
import { oneForm } from "./phone.ts";
import { Millis } from "./time.ts";

/**
 * What makes a person the same person on a channel: the user id when there is one, since phones change hands; else the
 * address, a phone in its one form.
 */
export function keyOf(sender: Pick<Sender, "address" | "userId">): string {
  return sender.userId ?? oneForm(sender.address);
}

/** A file that came with a message: held by the provider, in the webhook itself, or uploaded to us before. */
export const RemoteFile = z.object({
  /** Where the provider holds it, in the form its channel's `media` takes; empty when it is here already. */
  source: z.string(),
  type: z.string(),
  name: z.string().optional(),
  /** Bytes, when the provider tells. */
  size: z.number().int().nonnegative().optional(),
  /** The file itself, when it came inside the webhook (e-mail). */
  bytes: z.instanceof(Uint8Array).optional(),
  /** A file of ours that was uploaded before the message (web chat). */
  fileId: z.string().optional(),
  /** The Content-ID by which an e-mail's HTML shows it, without brackets. */
  contentId: z.string().optional(),
  /** Why it is not to be had, when the provider says so at once, such as `tooLarge`. */
  refused: z.string().optional(),
});
export type RemoteFile = z.infer<typeof RemoteFile>;

const about = {
  /** Which of the provider's accounts this is for (phone_number_id, page id …), where one address receives for several. */
  account: z.string().optional(),
  /** The provider's id of the message or of the event: what makes a second delivery a duplicate. */
  externalId: z.string().min(1).max(300),
  /** The provider's time of it, or null when the provider tells none. */
  at: Millis.nullable(),
};

/** What an e-mail's headers and subject say of its thread. Anybody can write them. */
export const MailThread = z.object({
  /** The mails it answers, nearest first; an id of ours proves to which conversation it belongs. */
  answers: z.array(
    z.object({
      externalId: z.string(),
      conversationId: z.string().optional(),
      messageId: z.string().optional(),
    }),
  ),
  /** Who else got it: e-mail addresses. */
  others: z.array(z.string()),
  /** The conversation that its subject names. */
  tag: z.string().optional(),
  /** The address that it came from, where its writer is answered at another. */
  from: z.string().optional(),
});
export type MailThread = z.infer<typeof MailThread>;

export const MessageEvent = z.object({
  ...about,
  type: z.literal("message"),
  /** The customer: who wrote it or, of an echo, to whom it went. */
  sender: Sender,
  /** Written by the business somewhere else, such as in the phone's own app: recorded as outbound. */
  echo: z.boolean().optional(),
  /** Written before the channel was connected: it is kept, but nobody is called to it. */
  past: z.boolean().optional(),
  /** Who wrote, where that is not whom we answer, such as inside a group. */
  writer: z.string().max(300).optional(),
  /** A machine wrote it, so that nobody waits for an answer. */
  quiet: z.literal(true).optional(),
  /** Which of the messages of one time it is, where the provider counts them. */
  order: z.number().optional(),
  kind: MessageKind,
  text: z.string(),
  files: z.array(RemoteFile),
  location: Location.optional(),
  cards: z.array(ContactCard).optional(),
  choice: Choice.optional(),
  options: Options.optional(),
  call: Call.optional(),
  referral: Referral.optional(),
  forwarded: z.boolean().optional(),
  /** Messages that the customer sent as one album share this. */
  album: z.string().max(200).optional(),
  mail: Mail.optional(),
  /** The provider's id of the quoted message. */
  replyTo: z.string().optional(),
  /** Our conversation, when a token signed by us proves it (e-mail's reply address). */
  conversationId: z.string().optional(),
  thread: MailThread.optional(),
  consent: Consent.optional(),
});
export type MessageEvent = z.infer<typeof MessageEvent>;

/** The ids of a message of ours as they come back, and the mark that proves by which channel they were given away. */
export const OurIds = z.object({
  conversationId: z.string(),
  messageId: z.string(),
  mark: z.string(),
});
export type OurIds = z.infer<typeof OurIds>;

export const StatusEvent = z.object({
  ...about,
  type: z.literal("status"),
  /** Our own ids, when the provider gives them back; a status that overtakes the send's answer needs them. */
  message: OurIds.optional(),
  /** Whom the message went to, by which it is found when our ids are not given back, or not with their mark. */
  sender: Sender.optional(),
  /** Of whom it tells, where that may be somebody who got a copy: an e-mail address. */
  recipient: z.string().max(longestAddress).optional(),
  status: z.enum(["queued", "sending", "sent", "delivered", "read", "failed"]),
  error: DeliveryError.optional(),
});
export type StatusEvent = z.infer<typeof StatusEvent>;

/** Everything sent to a person up to a time has been delivered or read (Messenger's watermark). */
export const WatermarkEvent = z.object({
  type: z.literal("watermark"),
  account: about.account,
  sender: Sender,
  status: z.enum(["delivered", "read"]),
  until: Millis,
});
export type WatermarkEvent = z.infer<typeof WatermarkEvent>;

/** A message that is there already was edited, deleted or reacted to. */
export const ChangeEvent = z.object({
  ...about,
  type: z.literal("change"),
  /** The customer in whose thread the message is. */
  sender: Sender,
  /** The provider's id of the message that changed. */
  target: z.string().min(1).max(300),
  change: z.discriminatedUnion("kind", [
    /** An empty emoji takes the reaction back; `by` tells members of a group apart. */
    z.object({
      kind: z.literal("reaction"),
      emoji: z.string().max(40),
      by: z.string().max(longestAddress),
    }),
    z.object({ kind: z.literal("edit"), text: z.string() }),
    z.object({ kind: z.literal("delete") }),
  ]),
});
export type ChangeEvent = z.infer<typeof ChangeEvent>;

/** Someone blocked us or let us write again, without writing a message. */
export const ConsentEvent = z.object({
  ...about,
  type: z.literal("consent"),
  sender: Sender,
  consent: z.enum(["stop", "start"]),
  /** The conversation that proves it, where a wish could be made up for somebody else: it holds in no other. */
  conversationId: z.string().optional(),
  /** Set where only marketing was stopped or allowed: what the customer asks is answered all the same. */
  scope: z.literal("marketing").optional(),
});
export type ConsentEvent = z.infer<typeof ConsentEvent>;

/** A person goes by another phone, user id or chat from now on. */
export const IdentityEvent = z.object({
  ...about,
  type: z.literal("identity"),
  /** The address or user id they were known by. */
  was: z.string().min(1).max(longestAddress),
  sender: Sender,
});
export type IdentityEvent = z.infer<typeof IdentityEvent>;

/** A step of a telephone call; `externalId` is the call's, and the highest sequence tells what is true. */
export const CallEvent = z.object({
  ...about,
  type: z.literal("call"),
  /** Left out by reports that name nothing but the call, such as of its recording: they add to what is known. */
  sender: Sender.optional(),
  call: Call,
  recording: RemoteFile.optional(),
});
export type CallEvent = z.infer<typeof CallEvent>;

/** The provider decided about a template that it has to approve. */
export const TemplateEvent = z.object({
  ...about,
  type: z.literal("template"),
  name: z.string(),
  language: z.string(),
  /** The provider's id of the template. */
  templateId: z.string().optional(),
  status: z.string().optional(),
  reason: z.string().optional(),
  category: z.string().optional(),
  quality: z.string().optional(),
});
export type TemplateEvent = z.infer<typeof TemplateEvent>;

/** Something an administrator should know of the account itself. */
export const AccountEvent = z.object({
  type: z.literal("account"),
  account: about.account,
  level: z.enum(["info", "warning", "error"]),
  code: z.string().max(80),
  text: z.string().max(500),
});
export type AccountEvent = z.infer<typeof AccountEvent>;

/** Known, and of no consequence for the inbox, such as somebody typing. */
export const IgnoredEvent = z.object({ type: z.literal("ignored"), reason: z.string() });
export type IgnoredEvent = z.infer<typeof IgnoredEvent>;

/** Signed and well meant, but of a kind or shape we do not know: kept as a dead letter. */
export const UnsupportedEvent = z.object({
  type: z.literal("unsupported"),
  account: about.account,
  reason: z.string(),
});
export type UnsupportedEvent = z.infer<typeof UnsupportedEvent>;

/** What every provider's webhook is reduced to. */
export const InboundEvent = z.discriminatedUnion("type", [
  MessageEvent,
  StatusEvent,
  WatermarkEvent,
  ChangeEvent,
  ConsentEvent,
  IdentityEvent,
  CallEvent,
  TemplateEvent,
  AccountEvent,
  IgnoredEvent,
  UnsupportedEvent,
]);
export type InboundEvent = z.infer<typeof InboundEvent>;
