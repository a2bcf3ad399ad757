import * as z from "zod";
import { MessageKind } from "./message.ts";
import { Millis, Time } from "./time.ts";

/** What a type of event says besides what it is about, and the files of the functions that tell it. */
type Told = { readonly data: z.ZodType; readonly by: readonly string[] };

const changed = z.object({ changed: z.array(z.string()) });
const reached = z.object({ at: Millis });
const failed = reached.extend({ code: z.string().optional() });
const ofKind = z.object({ kind: MessageKind });
const nothing = z.object({});

/**
 * What other systems may want to know: each is told in the commit that makes it true, and only where somebody has
 * subscribed to it. Nothing in it is what anybody wrote: whoever is told may ask for that.
 */
export const eventTypes = {
  "contact.created": { data: nothing, by: ["contacts/contacts.ts"] },
  /** It turned out to be the same person as another one, and went into that. */
  "contact.deleted": { data: z.object({ into: z.string() }), by: ["inbound/join.ts"] },
  "contact.updated": { data: changed, by: ["contacts/contacts.ts"] },
  "conversation.created": {
    data: z.object({ channelId: z.string() }),
    by: ["conversations/tell-arrival.ts", "outbound/start.ts"],
  },
  /** It turned out to be a part of another one, and went into it. */
  "conversation.deleted": { data: z.object({ into: z.string() }), by: ["inbound/join.ts"] },
  /** By a person at the desk, or by the house, such as when a time to wake it has come. */
  "conversation.updated": {
    data: changed,
    by: ["conversations/absent.ts", "conversations/desk.ts", "outbound/sweep.ts"],
  },
  "lead.created": { data: nothing, by: ["leads/making.ts"] },
  "lead.deleted": { data: nothing, by: ["leads/carried.ts"] },
  "lead.updated": { data: changed, by: ["leads/steps.ts"] },
  /** The customer wrote; what was written before the channel was connected is not told. */
  "message.received": { data: ofKind, by: ["conversations/tell-arrival.ts"] },
  /** One of ours was written in another tool, such as the phone's own app. */
  "message.echoed": { data: ofKind, by: ["conversations/tell-arrival.ts"] },
  "message.queued": { data: ofKind, by: ["outbound/queueing.ts"] },
  "message.sent": { data: reached, by: ["outbound/tell-status.ts"] },
  "message.delivered": { data: reached, by: ["outbound/tell-status.ts"] },
  "message.read": { data: reached, by: ["outbound/tell-status.ts"] },
  "message.failed": { data: failed, by: ["outbound/tell-status.ts"] },
  /** Nobody knows what became of it. */
  "message.unknown": { data: failed, by: ["outbound/tell-status.ts"] },
  /** It was edited, deleted, or somebody reacted to it. */
  "message.updated": { data: changed, by: ["inbound/changes.ts", "outbound/tell-status.ts"] },
} as const satisfies Record<string, Told>;
export type EventType = keyof typeof eventTypes;
export type EventData<T extends EventType> = z.infer<(typeof eventTypes)[T]["data"]>;

/** The ids of what an event is about. */
export const About = z.object({
  contactId: z.string().optional(),
  conversationId: z.string().optional(),
  leadId: z.string().optional(),
  messageId: z.string().optional(),
});
export type About = z.infer<typeof About>;

/** For how many days an event is kept. */
export const eventDays = 30;

/** `workspaces/{w}/events/{hash(type, source)}`: something that another system has asked to be told. */
export const ToldEvent = z.object({
  type: z.string(),
  /** What of it tells it from all others of its type, so that it is told once. */
  source: z.string(),
  about: About,
  /** In the shape of its type. */
  data: z.record(z.string(), z.unknown()),
  at: Time,
  expiresAt: Time,
});
export type ToldEvent = z.infer<typeof ToldEvent>;
