import * as z from "zod";
import { Conversation, ConversationStatus, Priority } from "../conversation.ts";
import { DocumentId } from "../id.ts";
import { Attachment, Message } from "../message.ts";
import { Platform } from "../provider.ts";
import { name } from "../text.ts";
import { Millis } from "../time.ts";

/** A conversation as the API tells it. What is not named here is the house's own, and stays inside. */
export const ConversationView = Conversation.pick({
  contactId: true,
  contact: true,
  channelId: true,
  provider: true,
  platform: true,
  address: true,
  status: true,
  priority: true,
  assigneeId: true,
  guests: true,
  tags: true,
  unread: true,
  inboundCount: true,
  preview: true,
  lastMessageAt: true,
  lastInboundAt: true,
  waitingSince: true,
  firstResponseAt: true,
  failedAt: true,
  replyUntil: true,
  snoozedUntil: true,
  begunAt: true,
  resolvedAt: true,
  funnel: true,
  leadId: true,
  optedOut: true,
  noMarketing: true,
  turn: true,
  episode: true,
  episodeAt: true,
}).extend({
  id: z.string(),
  /** As it is read: of documents, that may be null. */
  teamId: z.string(),
  createdAt: Millis,
  updatedAt: Millis,
});
export type ConversationView = z.infer<typeof ConversationView>;

/** A message as the API tells it, notes and lines of the thread included. Files are opened by `GET files/{fileId}`. */
export const MessageView = Message.pick({
  direction: true,
  kind: true,
  text: true,
  location: true,
  cards: true,
  choice: true,
  options: true,
  call: true,
  mail: true,
  album: true,
  mentions: true,
  writer: true,
  echo: true,
  past: true,
  referral: true,
  forwarded: true,
  event: true,
  template: true,
  status: true,
  statusAt: true,
  error: true,
  externalId: true,
  replyTo: true,
  reactions: true,
  retriedAs: true,
  editedAt: true,
  deletedAt: true,
  author: true,
  sender: true,
  quiet: true,
  consent: true,
  providerAt: true,
  order: true,
}).extend({
  id: z.string(),
  attachments: z.array(Attachment.omit({ source: true })),
  createdAt: Millis,
});
export type MessageView = z.infer<typeof MessageView>;

const page = {
  limit: z.coerce.number().int().min(1).max(100).default(25),
  /** `cursor` of the page before. */
  cursor: DocumentId.optional(),
};

const moment = z.coerce.number().pipe(Millis);

/** A time span, by the newest message of a conversation or the time of a message (ms). */
const span = {
  since: moment.optional(),
  /** Before this, not at it. */
  until: moment.optional(),
};

/** What conversations are chosen by: all that is said has to be so. */
export const ConversationFilter = z.object({
  status: ConversationStatus.optional(),
  channelId: DocumentId.optional(),
  platform: Platform.optional(),
  priority: Priority.optional(),
  tag: name(40).optional(),
  /** A member's uid, or 'none'. */
  assigneeId: DocumentId.optional(),
  teamId: DocumentId.optional(),
  contactId: DocumentId.optional(),
  funnelId: DocumentId.optional(),
  stage: DocumentId.optional(),
});
export type ConversationFilter = z.infer<typeof ConversationFilter>;

export const ConversationsQuery = ConversationFilter.extend({ ...span, ...page });
export type ConversationsQuery = z.infer<typeof ConversationsQuery>;

export const MessagesQuery = z.object({ ...span, ...page });
export type MessagesQuery = z.infer<typeof MessagesQuery>;

/** A page of a list, and where the next begins; null after the last. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), cursor: z.string().nullable() });
}
