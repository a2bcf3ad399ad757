import { type Conversation, nobody, oneForm } from "@hilo/schema";
import { guestsOfBoth } from "../conversations/guests.ts";
import { turnOfBoth } from "../conversations/turn.ts";
import { FieldValue } from "../platform/firestore.ts";

/** What a conversation becomes that another one of the same person joins. */
export function united(one: Conversation, other: Conversation): Record<string, unknown> {
  const newer = isAfter(other, one) ? other : one;
  const heard = (other.lastInboundAt ?? 0) > (one.lastInboundAt ?? 0) ? other : one;
  const isOpen = one.status === "open" || other.status === "open";
  return {
    address: addressOf(one, other, heard),
    ...nameOf(one.contact, (isNamed(one) ? one : other).contact),
    "contact.country": one.contact.country ?? other.contact.country,
    unread: one.unread + other.unread,
    inboundCount: one.inboundCount + other.inboundCount,
    preview: newer.preview,
    lastMessageAt: newer.lastMessageAt,
    ...told("lastOrder", newer.lastOrder ?? null),
    ...lastTimes(one, other),
    ...(heard.lastInboundId === undefined ? {} : { lastInboundId: heard.lastInboundId }),
    lastInboundAt: latest(one.lastInboundAt, other.lastInboundAt),
    replyUntil: latest(one.replyUntil, other.replyUntil),
    waitingSince: earliest(one.waitingSince, other.waitingSince),
    firstResponseAt: earliest(one.firstResponseAt, other.firstResponseAt),
    ...episodeOf(one, other),
    ...assigneeOf(one.assigneeId === nobody ? other : one),
    ...guestsOfBoth(one, other),
    tags: [...new Set([...one.tags, ...other.tags])],
    contactId: one.contactId === nobody ? other.contactId : one.contactId,
    ...wishOf(one, other),
    turn: turnOfBoth(one.turn, other.turn),
    ...(isOpen ? { status: "open", snoozedUntil: null } : {}),
    updatedAt: FieldValue.serverTimestamp(),
  };
}

/** The name, and whether anybody has proved it. */
function nameOf(before: Conversation["contact"], { name, unproven }: Conversation["contact"]) {
  const isNews = before.unproven !== unproven;
  return {
    "contact.name": name,
    ...(isNews ? { "contact.unproven": unproven ?? FieldValue.delete() } : {}),
  };
}

/** Measured on, where it was measured. */
function episodeOf(one: Conversation, other: Conversation) {
  if (one.episode === undefined) return {};
  return { episodeAt: earliest(one.episodeAt ?? null, other.episodeAt ?? null) };
}

function assigneeOf({ assigneeId, assigned }: Conversation) {
  return { assigneeId, ...(assigned ? { assigned } : {}) };
}

const times = ["failedAt", "answeredAt", "consentAt", "movedAt"] as const;

/** The later of each time that only some conversations have. */
function lastTimes(one: Conversation, other: Conversation): Record<string, number> {
  const last = times.map((time) => told(time, latest(one[time] ?? null, other[time] ?? null)));
  return Object.assign({}, ...last);
}

function isAfter(one: Conversation, other: Conversation): boolean {
  if (one.lastMessageAt !== other.lastMessageAt) return one.lastMessageAt > other.lastMessageAt;
  return (one.lastOrder ?? 0) > (other.lastOrder ?? 0);
}

/** The last wish that was told with a time holds; without one, either's not to be written to. */
function wishOf(one: Conversation, other: Conversation) {
  const [a, b] = [one.consentAt ?? 0, other.consentAt ?? 0];
  const last = a > b ? [one] : b > a ? [other] : [one, other];
  const noMarketing = last.some((conversation) => conversation.noMarketing);
  return {
    optedOut: last.some(({ optedOut }) => optedOut),
    ...(noMarketing || one.noMarketing ? { noMarketing } : {}),
  };
}

function told(field: string, value: number | null): Record<string, number> {
  return value === null ? {} : { [field]: value };
}

/** Where the person wrote from last, unless the provider told since where they went. */
function addressOf(one: Conversation, other: Conversation, heard: Conversation): string {
  const moved = (other.movedAt ?? 0) > (one.movedAt ?? 0) ? other : one;
  const isNewer = (moved.movedAt ?? 0) > (heard.lastInboundAt ?? 0);
  return isNewer ? moved.address : heard.address;
}

/** Whether somebody is called by more than their address. */
function isNamed({ contact, address }: Conversation): boolean {
  return oneForm(contact.name) !== oneForm(address);
}

function latest(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.max(one, other);
}

function earliest(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
