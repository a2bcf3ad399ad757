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
  /** "active": open or waiting; "any": whatever it is. */
  status: ConversationStatus | "active" | "any";
  channelId: string | null;
  platform: Platform | null;
  priority: Priority | null;
  unread: boolean;
  /** Only customers who wait for an answer, the longest wait first. */
  unanswered: boolean;
  /** Only what was written in today. */
  today: boolean;
  /** Only what was resolved today, also what the customer has opened again since. */
  resolvedToday: boolean;
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
  resolvedToday: false,
};

/** Reads a filter from an address; what it does not know, it leaves at its default. */
export function filterFrom(query: URLSearchParams): Filter {
  return {
    view: oneOf(views, query.get("view")) ?? everything.view,
    status: oneOf([...statuses, "any" as const], query.get("status")) ?? everything.status,
    channelId: query.get("channel"),
    platform: oneOf(platforms, query.get("platform")) ?? null,
    priority: oneOf(priorities, query.get("priority")) ?? null,
    unread: query.has("unread"),
    unanswered: query.has("unanswered"),
    today: query.has("today"),
    resolvedToday: query.has("resolvedToday"),
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
  if (filter.resolvedToday) query.set("resolvedToday", "1");
  return query.size > 0 ? `?${query}` : "";
}

/** A condition that a filter adds to its view. */
export type Condition = Exclude<keyof Filter, "view">;

/** The conditions that a filter adds to its view, in the order in which they are told. */
export function conditionsIn(filter: Filter): Condition[] {
  const all = Object.keys(everything).filter((one): one is Condition => one !== "view");
  return all.filter((one) => filter[one] !== everything[one]);
}

/** How many conditions a filter adds to its view. */
export function conditionsOf(filter: Filter): number {
  return conditionsIn(filter).length;
}

/** What a filter's state stands for. */
export function statusesOf({ status }: Filter): readonly ConversationStatus[] {
  if (status === "any") return statuses;
  return status === "active" ? activeStatuses : [status];
}

export type Order = "lastMessageAt" | "waitingSince" | "replyUntil" | "failedAt" | "resolvedAt";

/** How a list is ordered: by the latest message, or by what is most urgent in its view. */
export function orderOf(filter: Filter): Order {
  if (filter.view === "closing") return "replyUntil";
  if (filter.view === "failed") return "failedAt";
  if (filter.unanswered) return "waitingSince";
  return filter.resolvedToday ? "resolvedAt" : "lastMessageAt";
}

/** Which way that order goes. */
export function directionOf(filter: Filter): "asc" | "desc" {
  const by = orderOf(filter);
  return by === "waitingSince" || by === "replyUntil" ? "asc" : "desc";
}

/** Whether a conversation belongs in a list, by what its query leaves open; `dayBegan` is when today did. */
export function passes(
  one: ListedConversation,
  filter: Filter,
  now: number,
  dayBegan = new Date(now).setHours(0, 0, 0, 0),
): boolean {
  if (!isAsked(one, filter, dayBegan)) return false;
  const by = orderOf(filter);
  if (by === "lastMessageAt") return true;
  if (by === "replyUntil" && !isClosing(one.replyUntil, now)) return false;
  if (by === "failedAt" && !isFailed(one, filter)) return false;
  if (by === "resolvedAt" && !statusesOf(filter).includes(one.status)) return false;
  return (
    (!filter.channelId || one.channelId === filter.channelId) &&
    (!filter.platform || one.platform === filter.platform) &&
    (!filter.priority || one.priority === filter.priority)
  );
}

function isAsked(one: ListedConversation, filter: Filter, dayBegan: number): boolean {
  if (filter.unread && one.unread === 0) return false;
  if (filter.unanswered && one.waitingSince === null) return false;
  if (filter.today && one.lastMessageAt < dayBegan) return false;
  return !filter.resolvedToday || (one.resolvedAt ?? 0) >= dayBegan;
}

function isClosing(replyUntil: number | null, now: number): boolean {
  return replyUntil !== null && replyUntil > now && replyUntil <= now + closingMs;
}

/** Until somebody deals with it a failed send is to be seen, even of a conversation that was resolved meanwhile. */
function isFailed({ failedAt, status }: ListedConversation, filter: Filter): boolean {
  return !!failedAt && (filter.status === "active" || statusesOf(filter).includes(status));
}

/** Whether time alone brings conversations into a list and takes them out. */
export function isTimed(filter: Filter): boolean {
  return filter.view === "closing" || filter.today || filter.resolvedToday;
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
