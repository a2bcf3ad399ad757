import type { ConversationStatus, ListedConversation, Platform, Priority } from "@hilo/schema";
import { plain } from "../text/plain.ts";

export const views = ["mine", "unassigned", "all", "closing", "failed"] as const;
export type View = (typeof views)[number];

export const statuses = [
  "open",
  "waiting",
  "snoozed",
  "resolved",
  "closed",
] as const satisfies readonly ConversationStatus[];
export const priorities = [
  "urgent",
  "high",
  "normal",
  "low",
] as const satisfies readonly Priority[];
export const platforms = [
  "whatsapp",
  "sms",
  "messenger",
  "instagram",
  "telegram",
  "email",
  "webchat",
  "x",
  "voice",
] as const satisfies readonly Platform[];

/** What somebody works on: neither put off nor done. */
export const activeStatuses = ["open", "waiting"] as const satisfies readonly ConversationStatus[];

/** How soon a reply window counts as closing, in milliseconds. */
export const closingMs = 2 * 60 * 60 * 1000;

/** Which conversations the inbox lists; the address of the page tells it. */
export type Filter = {
  view: View;
  /** "active": open or waiting. */
  status: ConversationStatus | "active";
  channelId: string | null;
  platform: Platform | null;
  priority: Priority | null;
  unread: boolean;
  /** Only customers who wait for an answer, the longest wait first. */
  unanswered: boolean;
  /** Only what changed today. */
  today: boolean;
};

export const everything: Filter = {
  view: "mine",
  status: "active",
  channelId: null,
  platform: null,
  priority: null,
  unread: false,
  unanswered: false,
  today: false,
};

/** Reads a filter from an address; what it does not know, it leaves at its default. */
export function filterFrom(query: URLSearchParams): Filter {
  return {
    view: oneOf(views, query.get("view")) ?? everything.view,
    status: oneOf(statuses, query.get("status")) ?? everything.status,
    channelId: query.get("channel"),
    platform: oneOf(platforms, query.get("platform")) ?? null,
    priority: oneOf(priorities, query.get("priority")) ?? null,
    unread: query.has("unread"),
    unanswered: query.has("unanswered"),
    today: query.has("today"),
  };
}

/** The query of an address for a filter, with its "?"; empty for the default one. */
export function queryOf(filter: Partial<Filter>): string {
  const query = new URLSearchParams();
  if (filter.view && filter.view !== everything.view) query.set("view", filter.view);
  if (filter.status && filter.status !== everything.status) query.set("status", filter.status);
  if (filter.channelId) query.set("channel", filter.channelId);
  if (filter.platform) query.set("platform", filter.platform);
  if (filter.priority) query.set("priority", filter.priority);
  if (filter.unread) query.set("unread", "1");
  if (filter.unanswered) query.set("unanswered", "1");
  if (filter.today) query.set("today", "1");
  return query.size > 0 ? `?${query}` : "";
}

/** How many conditions a filter adds to its view. */
export function conditionsOf(filter: Filter): number {
  const set = [
    filter.status !== "active",
    filter.channelId,
    filter.platform,
    filter.priority,
    filter.unread,
    filter.unanswered,
    filter.today,
  ];
  return set.filter(Boolean).length;
}

/** How a list is ordered: by the latest message, or by what is most urgent in its view. */
export function orderOf(
  filter: Filter,
): "lastMessageAt" | "waitingSince" | "replyUntil" | "failedAt" {
  if (filter.view === "closing") return "replyUntil";
  if (filter.view === "failed") return "failedAt";
  return filter.unanswered ? "waitingSince" : "lastMessageAt";
}

/** Which way that order goes. */
export function directionOf(filter: Filter): "asc" | "desc" {
  const by = orderOf(filter);
  return by === "lastMessageAt" || by === "failedAt" ? "desc" : "asc";
}

/** Whether a conversation belongs in a list, by the conditions that are not part of its query. */
export function passes(conversation: ListedConversation, filter: Filter, now: number): boolean {
  const byRecency = orderOf(filter) === "lastMessageAt";
  if (filter.view === "closing" && !isClosing(conversation.replyUntil, now)) return false;
  if (filter.view === "failed" && !isFailed(conversation, filter)) return false;
  if (filter.unread && conversation.unread === 0) return false;
  if (filter.unanswered && conversation.waitingSince === null) return false;
  if (filter.today && conversation.updatedAt.getTime() < new Date(now).setHours(0, 0, 0, 0))
    return false;
  if (byRecency) return true;
  return (
    (!filter.channelId || conversation.channelId === filter.channelId) &&
    (!filter.platform || conversation.platform === filter.platform) &&
    (!filter.priority || conversation.priority === filter.priority)
  );
}

function isClosing(replyUntil: number | null, now: number): boolean {
  return replyUntil !== null && replyUntil > now && replyUntil <= now + closingMs;
}

/** Until somebody deals with it a failed send is to be seen, even of a conversation that was resolved meanwhile. */
function isFailed({ failedAt, status }: ListedConversation, filter: Filter): boolean {
  return !!failedAt && (filter.status === "active" || filter.status === status);
}

/** Whether time alone brings conversations into a list and takes them out. */
export function isTimed(filter: Filter): boolean {
  return filter.view === "closing" || filter.today;
}

/** Compares two conversations as their list orders them, equals as Firestore does: by their ids, the same way. */
export function compare(filter: Filter): (a: ListedConversation, b: ListedConversation) => number {
  const by = orderOf(filter);
  const sign = directionOf(filter) === "desc" ? -1 : 1;
  return (a, b) => sign * ((a[by] ?? 0) - (b[by] ?? 0) || (a.id < b.id ? -1 : 1));
}

/** Whether a loaded conversation speaks of what is searched: name, preview or address, accents aside. */
export function speaksOf(conversation: ListedConversation, words: string): boolean {
  const searched = plain(words).trim();
  if (searched === "") return true;
  const digits = searched.replace(/[\s()+-]/g, "");
  const isNumber = /^\d{3,}$/.test(digits);
  const { contact, preview, address } = conversation;
  const text = plain(`${contact.name} ${preview.text} ${address}`);
  return text.includes(searched) || (isNumber && address.replace(/\D/g, "").includes(digits));
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | undefined {
  return known.find((one) => one === value);
}
