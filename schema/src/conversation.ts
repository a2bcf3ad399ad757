import * as z from "zod";
import { Place } from "./lead.ts";
import { longestAddress } from "./mail-address.ts";
import { Platform, Provider } from "./provider.ts";
import { Millis, Time } from "./time.ts";
import { Turn } from "./turn.ts";
import { nobody, priorities } from "./words.ts";

export const ConversationStatus = z.enum(["open", "waiting", "snoozed", "resolved", "closed"]);
export type ConversationStatus = z.infer<typeof ConversationStatus>;

export const Priority = z.enum(priorities);
export type Priority = z.infer<typeof Priority>;

/** Whether a matter is over in this state, until somebody writes or takes that back. */
export function isOver(status: unknown): boolean {
  return status === "resolved" || status === "closed";
}

/** How many members take part in a conversation beside its assignee; the one who came first makes room. */
export const mostGuests = 20;

/** How long a claim lasts without being renewed, in milliseconds. */
export const claimMs = 2 * 60 * 1000;

/** As much of our last answer stands in a conversation, for who decides what was answered to it. */
export const longestAnswer = 200;

/** How a conversation goes on by mail. */
export const Mailing = z.object({
  /** Where the customer asked to be written to; nobody has checked that it is theirs. */
  address: z.string().max(longestAddress).optional(),
  /** When the mails of the last hour went out. */
  sentAt: z.array(Millis).max(20).default([]),
  /** The line of the last one. */
  last: z.string().optional(),
});
export type Mailing = z.infer<typeof Mailing>;

/**
 * `workspaces/{w}/conversations/{hash(channelId, address)}`: the one thread between an identity and a
 * channel; it is never duplicated, it re-opens. Under 2 KiB. A phone counts in its one form, and one that came to
 * somebody else begins a conversation of its own: `hash(channelId, address, moves)`.
 */
export const Conversation = z.object({
  /** 'none' until the reaction to its first message has found whose it is. */
  contactId: z.string(),
  contact: z.object({
    name: z.string(),
    /** Set where the name is what they call themselves, on a channel that tells that apart. */
    unproven: z.literal(true).optional(),
    avatar: z.string().nullable(),
    country: z.string().length(2).nullable(),
  }),
  channelId: z.string(),
  provider: Provider,
  platform: Platform,
  address: z.string(),
  status: ConversationStatus,
  priority: Priority,
  /** A member's uid, or 'none'. */
  assigneeId: z.string(),
  /** Who last gave it to its assignee, by id, and when; the assignee themselves where they took it. */
  assigned: z.object({ by: z.string(), at: Millis }).optional(),
  /** A team's id, or 'none'; null, as documents of before the migration `teamNone` have it, is read as 'none'. */
  teamId: z
    .string()
    .nullable()
    .transform((id) => id ?? nobody),
  /** Members who take part without having it, by uid: whoever was mentioned last is the last. At most `mostGuests`. */
  guests: z.array(z.string()).optional(),
  /** Those of them who have not seen yet that they were mentioned. */
  mentioned: z.array(z.string()).optional(),
  /** When a guest was last mentioned. */
  mentionedAt: Millis.optional(),
  tags: z.array(z.string()),
  unread: z.number().int(),
  inboundCount: z.number().int(),
  /** One line of the newest message; `direction` tells whether it is ours. */
  preview: z.object({
    text: z.string(),
    kind: z.string(),
    direction: z.enum(["inbound", "outbound", "note", "system"]),
  }),
  lastMessageAt: Millis,
  /** The highest `order` of its messages, where they have one: it tells which of the last second is the last. */
  lastOrder: z.number().optional(),
  lastInboundAt: Millis.nullable(),
  /** The provider's id of the newest message that came in: what is marked as read up to it, and answered by a mail. */
  lastInboundId: z.string().optional(),
  /** Since when the customer waits for an answer; null when nobody waits. */
  waitingSince: Millis.nullable(),
  /** When a person first answered in the episode under way. */
  firstResponseAt: Millis.nullable(),
  /**
   * When the newest send failed, or was left unconfirmed, that nobody has dealt with: tried again, answered after it,
   * or resolved; null or absent when there is none.
   */
  failedAt: Millis.nullish(),
  /** When somebody of us last answered, here or elsewhere: what was written before it waits no more. */
  answeredAt: Millis.optional(),
  /** Until when a free text may be sent; null on platforms without a window, or before the first inbound. */
  replyUntil: Millis.nullable(),
  /** Who is answering right now, so that two people never answer at once. */
  claim: z.object({ memberId: z.string(), name: z.string(), until: Millis }).nullable(),
  /** Null also of a snooze without an end, which only the customer's next message wakes. */
  snoozedUntil: Millis.nullable(),
  /** The time of the message that began it, on whose day it counts. */
  begunAt: Millis.optional(),
  /** The number of the episode under way or, where none is, of the next. Absent where none has been measured yet. */
  episode: z.number().int().positive().optional(),
  /** When the message was written that began it; null where none is under way. */
  episodeAt: Millis.nullish(),
  /** When it was last resolved here; null once that was taken back, though not when the customer writes again. */
  resolvedAt: Millis.nullable().optional(),
  /** Where its lead stands. */
  funnel: Place.pick({ id: true, stage: true, by: true, why: true }).nullable(),
  /** The lead that what is said in it belongs to. */
  leadId: z.string().nullable(),
  /** What a person of us last said, as much as classification takes of it, and when. */
  lastAnswer: z.object({ text: z.string().max(longestAnswer), at: Millis }).optional(),
  /** When the person last went over to another address, as the provider told; older messages do not take it back. */
  movedAt: Millis.optional(),
  /** The contact has asked for no more messages on this channel: its identity's opt-out of everything. */
  optedOut: z.boolean(),
  /** They asked for no more messages that are sent to many: its identity's opt-out of marketing. */
  noMarketing: z.boolean().optional(),
  /** When the contact last said so or the contrary, by the provider's time, where it tells one. */
  consentAt: Millis.optional(),
  /** When what the customer has not seen of our answers is mailed to them; null or absent when nothing waits for that. */
  mailDueAt: Millis.nullish(),
  mailing: Mailing.optional(),
  turn: Turn,
  createdAt: Time,
  updatedAt: Time,
});
export type Conversation = z.infer<typeof Conversation>;

/** The conversation as the inbox lists it. */
export type ListedConversation = Conversation & { id: string };
