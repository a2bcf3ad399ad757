import * as z from "zod";
import {
  Choice,
  Consent,
  ContactCard,
  DeliveryError,
  Location,
  MessageKind,
  Referral,
  Sender,
} from "./message.ts";
import { Millis } from "./time.ts";

/** What makes a person the same person on a channel: the user id when there is one, since phones change hands. */
export function keyOf(sender: Pick<Sender, "address" | "userId">): string {
  return sender.userId ?? sender.address;
}

/** A file the provider holds for us. */
export const RemoteFile = z.object({
  source: z.string(),
  type: z.string(),
  name: z.string().optional(),
});
export type RemoteFile = z.infer<typeof RemoteFile>;

export const MessageEvent = z.object({
  type: z.literal("message"),
  /** The provider's id of the message: what makes a second delivery a duplicate. */
  externalId: z.string().min(1).max(300),
  /** The provider's time of it, or null when the provider tells none. */
  at: Millis.nullable(),
  sender: Sender,
  kind: MessageKind,
  text: z.string(),
  files: z.array(RemoteFile),
  location: Location.optional(),
  cards: z.array(ContactCard).optional(),
  choice: Choice.optional(),
  referral: Referral.optional(),
  forwarded: z.boolean().optional(),
  /** The provider's id of the quoted message. */
  replyTo: z.string().optional(),
  consent: Consent.optional(),
});
export type MessageEvent = z.infer<typeof MessageEvent>;

export const StatusEvent = z.object({
  type: z.literal("status"),
  externalId: z.string().min(1).max(300),
  /** Our own ids, when the provider gives them back; a status that overtakes the send's answer needs them. */
  message: z.object({ conversationId: z.string(), messageId: z.string() }).optional(),
  status: z.enum(["queued", "sending", "sent", "delivered", "read", "failed"]),
  at: Millis.nullable(),
  error: DeliveryError.optional(),
});
export type StatusEvent = z.infer<typeof StatusEvent>;

/** Signed and well meant, but of a kind or shape we do not know: kept as a dead letter. */
export const UnsupportedEvent = z.object({ type: z.literal("unsupported"), reason: z.string() });
export type UnsupportedEvent = z.infer<typeof UnsupportedEvent>;

/** What every provider's webhook is reduced to. */
export const InboundEvent = z.discriminatedUnion("type", [
  MessageEvent,
  StatusEvent,
  UnsupportedEvent,
]);
export type InboundEvent = z.infer<typeof InboundEvent>;
