import * as z from "zod";
import { DocumentId, FieldName, MessageId } from "../id.ts";
import { SentMail } from "../mail.ts";
import { longestAddress } from "../mail-address.ts";
import { outboundRoutes } from "../routes/outbound.ts";
import { SentCard, SentLocation, SentOptions } from "../sent-content.ts";
import { line, lines } from "../text.ts";
import { MessageState } from "./conversations.ts";
import type { EndpointsOf } from "./endpoint.ts";

const content = {
  messageId: MessageId,
  kind: z.enum([
    "text",
    "image",
    "video",
    "audio",
    "document",
    "sticker",
    "location",
    "contact",
    "buttons",
    "reaction",
    "template",
  ]),
  /** Of a reaction: the emoji, or nothing to take it back; `replyTo` names the message. */
  text: lines(100_000).optional(),
  /** Ids of files uploaded before. */
  attachments: z.array(DocumentId).max(10).optional(),
  location: SentLocation.optional(),
  cards: z.array(SentCard).max(20).optional(),
  /** Buttons or a list, under a text. */
  options: SentOptions.optional(),
  /** Of an e-mail; left out, the thread keeps its own. */
  subject: line(250).optional(),
  /** What else an e-mail has; on channels whose capabilities say so. */
  mail: SentMail.optional(),
  template: z
    .object({ id: DocumentId, variables: z.record(FieldName, lines(100_000)).default({}) })
    .optional(),
};

export const SendMessage = z.strictObject({
  ...content,
  /** The id of the message this one quotes. */
  replyTo: DocumentId.optional(),
  /** Send although a colleague is answering. */
  override: z.boolean().optional(),
});
export type SendMessage = z.infer<typeof SendMessage>;

export const StartMessage = z.strictObject({
  ...content,
  /** E.164 phone, WhatsApp user id or whatever the platform addresses people by. */
  to: line(longestAddress).min(1),
  /** What to call this person when nobody knows them yet. */
  name: line(200).optional(),
  /** Whose address it is, where that is known and nobody has a conversation by it yet. */
  contactId: DocumentId.optional(),
});
export type StartMessage = z.infer<typeof StartMessage>;

export const outboundEndpoints = {
  sendMessage: {
    ...outboundRoutes.sendMessage,
    summary: "Send a message in a conversation",
    body: SendMessage,
    response: MessageState,
    status: 202,
  },
  retryMessage: {
    ...outboundRoutes.retryMessage,
    summary: "Send a failed message again, as a message of its own",
    body: z.strictObject({ messageId: MessageId }),
    response: MessageState,
    status: 202,
  },
  startConversation: {
    ...outboundRoutes.startConversation,
    summary: "Send a message to an address, beginning its conversation when there is none",
    body: StartMessage,
    response: MessageState,
    status: 202,
  },
} as const satisfies EndpointsOf<typeof outboundRoutes>;
