import * as z from "zod";
import { ConversationStatus, Priority } from "../conversation.ts";
import { DocumentId, MessageId } from "../id.ts";
import { RefusedCopy } from "../mail.ts";
import { DeliveryError, MessageStatus } from "../message.ts";
import { conversationRoutes } from "../routes/conversations.ts";
import { lines, name } from "../text.ts";
import { Millis } from "../time.ts";
import { hasInk } from "../visible.ts";
import { CountedConversations } from "./conversation-counts.ts";
import {
  ConversationsQuery,
  ConversationView,
  MessagesQuery,
  MessageView,
  pageOf,
} from "./conversation-views.ts";
import type { EndpointsOf } from "./endpoint.ts";

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

const done = z.object({ conversationId: z.string() });

export const conversationEndpoints = {
  listConversations: {
    ...conversationRoutes.listConversations,
    summary: "Conversations, that with the newest message first",
    query: ConversationsQuery,
    response: pageOf(ConversationView),
  },
  countConversations: {
    ...conversationRoutes.countConversations,
    summary: "How many conversations there are of each of several kinds",
    body: z.strictObject({ of: z.array(CountedConversations).min(1).max(20) }),
    /** In the order in which they were asked for. */
    response: z.object({ counts: z.array(z.number().int()) }),
  },
  getConversation: {
    ...conversationRoutes.getConversation,
    summary: "A conversation",
    response: ConversationView,
  },
  listMessages: {
    ...conversationRoutes.listMessages,
    summary: "The messages of a conversation, newest first, with its notes and its own lines",
    query: MessagesQuery,
    response: pageOf(MessageView),
  },
  getMessage: {
    ...conversationRoutes.getMessage,
    summary: "The state of a message",
    response: MessageState,
  },
  addNote: {
    ...conversationRoutes.addNote,
    summary: "Add an internal note, which the customer never sees",
    body: z.strictObject({
      messageId: MessageId,
      text: lines(10_000).trim().min(1).refine(hasInk, unseen),
      attachments: z.array(DocumentId).max(10).optional(),
      /** The members whom it tells, by uid; each must work here. */
      mentions: z.array(DocumentId).max(20).optional(),
      /** Whether its writer answers from here on, so that nothing else does. */
      takeOver: z.boolean().optional(),
    }),
    response: MessageState,
    status: 201,
  },
  seeMention: {
    ...conversationRoutes.seeMention,
    summary: "Mark as seen that one was mentioned",
    body: z.strictObject({
      /** The `mentionedAt` that the reader's screen showed; who is mentioned since is so still. All when left out. */
      seen: Millis.optional(),
    }),
    response: done,
  },
  markRead: {
    ...conversationRoutes.markRead,
    summary: "Mark the messages seen so far as read",
    body: z.strictObject({
      /** The `inboundCount` that the reader's screen showed; what arrived since stays unread. All when left out. */
      seen: z.number().int().nonnegative().optional(),
    }),
    response: done,
  },
  markUnread: {
    ...conversationRoutes.markUnread,
    summary:
      "Mark as unread: its newest message counts as unread, for everybody, until somebody opens it",
    response: done,
  },
  assignConversation: {
    ...conversationRoutes.assignConversation,
    summary: "Assign to a member, or to nobody with 'none'",
    body: z.strictObject({ assigneeId: DocumentId }),
    response: done,
  },
  claimConversation: {
    ...conversationRoutes.claimConversation,
    summary: "Claim the answer for two minutes, or release the claim",
    body: z.strictObject({ release: z.boolean().optional(), override: z.boolean().optional() }),
    response: done,
  },
  setStatus: {
    ...conversationRoutes.setStatus,
    summary: "Set the state: open, waiting, resolved or closed",
    body: z.strictObject({ status: ConversationStatus.exclude(["snoozed"]) }),
    response: done,
  },
  setPriority: {
    ...conversationRoutes.setPriority,
    summary: "Set the priority",
    body: z.strictObject({ priority: Priority }),
    response: done,
  },
  setTags: {
    ...conversationRoutes.setTags,
    summary: "Set the tags",
    body: z.strictObject({
      tags: z.array(name(40)).max(20),
    }),
    response: done,
  },
  snoozeConversation: {
    ...conversationRoutes.snoozeConversation,
    summary:
      "Snooze until a time, or without an end; a new message from the customer wakes it earlier",
    body: z.strictObject({
      /** Null puts it off until the customer writes. */
      until: Millis.nullable(),
    }),
    response: done,
  },
} as const satisfies EndpointsOf<typeof conversationRoutes>;
