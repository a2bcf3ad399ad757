import * as z from "zod";
import { ConversationStatus, Priority } from "../conversation.ts";
import { DocumentId, FieldName, MessageId } from "../id.ts";
import { RefusedCopy, SentMail } from "../mail.ts";
import { longestAddress } from "../mail-address.ts";
import { DeliveryError, MessageStatus } from "../message.ts";
import { SentCard, SentLocation, SentOptions } from "../sent-content.ts";
import { line, lines, name } from "../text.ts";
import { Millis } from "../time.ts";
import { hasInk } from "../visible.ts";
import type { Endpoint } from "./endpoint.ts";

/** The state of a message, as the API tells it. */
export const MessageState = z.object({
  conversationId: z.string(),
  messageId: z.string(),
  status: MessageStatus,
  statusAt: z.partialRecord(MessageStatus, Millis),
  externalId: z.string().nullable(),
  error: DeliveryError.nullable(),
  /** Of an e-mail that went out: the copies that its server refused. */
  refused: z.array(RefusedCopy).optional(),
});
export type MessageState = z.infer<typeof MessageState>;

/** What is told of a text without anything to see in it. */
const unseen = "Nothing of this text can be seen";

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
});
export type StartMessage = z.infer<typeof StartMessage>;

const done = z.object({ conversationId: z.string() });

export const conversationEndpoints = {
  sendMessage: {
    method: "POST",
    path: "/conversations/{conversationId}/messages",
    summary: "Send a message in a conversation",
    permission: "conversations.work",
    apiKey: true,
    body: SendMessage,
    response: MessageState,
    status: 202,
  },
  retryMessage: {
    method: "POST",
    path: "/conversations/{conversationId}/messages/{messageId}/retry",
    summary: "Send a failed message again, as a message of its own",
    permission: "conversations.work",
    body: z.strictObject({ messageId: MessageId }),
    response: MessageState,
    status: 202,
  },
  fetchFilesAgain: {
    method: "POST",
    path: "/conversations/{conversationId}/messages/{messageId}/fetch",
    summary: "Fetch the files of a message again that the provider did not give before",
    permission: "conversations.work",
    response: MessageState,
    status: 202,
  },
  startConversation: {
    method: "POST",
    path: "/channels/{channelId}/messages",
    summary: "Send a message to an address, beginning its conversation when there is none",
    permission: "conversations.work",
    apiKey: true,
    body: StartMessage,
    response: MessageState,
    status: 202,
  },
  getMessage: {
    method: "GET",
    path: "/messages/{conversationId}/{messageId}",
    summary: "The state of a message",
    permission: "conversations.work",
    apiKey: true,
    response: MessageState,
  },
  addNote: {
    method: "POST",
    path: "/conversations/{conversationId}/notes",
    summary: "Add an internal note, which the customer never sees",
    permission: "conversations.work",
    body: z.strictObject({
      messageId: MessageId,
      text: lines(10_000).trim().min(1).refine(hasInk, unseen),
      attachments: z.array(DocumentId).max(10).optional(),
      /** The members whom it tells, by uid; each must work here. */
      mentions: z.array(DocumentId).max(20).optional(),
    }),
    response: MessageState,
    status: 201,
  },
  seeMention: {
    method: "POST",
    path: "/conversations/{conversationId}/mentions/seen",
    summary: "Mark as seen that one was mentioned",
    permission: "conversations.work",
    body: z.strictObject({
      /** The `mentionedAt` that the reader's screen showed; who is mentioned since is so still. All when left out. */
      seen: Millis.optional(),
    }),
    response: done,
  },
  markRead: {
    method: "POST",
    path: "/conversations/{conversationId}/read",
    summary: "Mark the messages seen so far as read",
    permission: "conversations.work",
    body: z.strictObject({
      /** The `inboundCount` that the reader's screen showed; what arrived since stays unread. All when left out. */
      seen: z.number().int().nonnegative().optional(),
    }),
    response: done,
  },
  markUnread: {
    method: "POST",
    path: "/conversations/{conversationId}/unread",
    summary:
      "Mark as unread: its newest message counts as unread, for everybody, until somebody opens it",
    permission: "conversations.work",
    response: done,
  },
  assignConversation: {
    method: "POST",
    path: "/conversations/{conversationId}/assign",
    summary: "Assign to a member, or to nobody with 'none'",
    permission: "conversations.work",
    body: z.strictObject({ assigneeId: DocumentId }),
    response: done,
  },
  claimConversation: {
    method: "POST",
    path: "/conversations/{conversationId}/claim",
    summary: "Claim the answer for two minutes, or release the claim",
    permission: "conversations.work",
    body: z.strictObject({ release: z.boolean().optional(), override: z.boolean().optional() }),
    response: done,
  },
  setStatus: {
    method: "POST",
    path: "/conversations/{conversationId}/status",
    summary: "Set the state: open, waiting, resolved or closed",
    permission: "conversations.work",
    body: z.strictObject({ status: ConversationStatus.exclude(["snoozed"]) }),
    response: done,
  },
  setPriority: {
    method: "POST",
    path: "/conversations/{conversationId}/priority",
    summary: "Set the priority",
    permission: "conversations.work",
    body: z.strictObject({ priority: Priority }),
    response: done,
  },
  setTags: {
    method: "POST",
    path: "/conversations/{conversationId}/tags",
    summary: "Set the tags",
    permission: "conversations.work",
    body: z.strictObject({
      tags: z.array(name(40)).max(20),
    }),
    response: done,
  },
  snoozeConversation: {
    method: "POST",
    path: "/conversations/{conversationId}/snooze",
    summary:
      "Snooze until a time, or without an end; a new message from the customer wakes it earlier",
    permission: "conversations.work",
    body: z.strictObject({
      /** Null puts it off until the customer writes. */
      until: Millis.nullable(),
    }),
    response: done,
  },
} as const satisfies Record<string, Endpoint>;
