import type { ConversationStatus, Platform, Priority } from "@hilo/schema";

/** What somebody works through: these are counted all the time. */
export const desks = ["mine", "unassigned", "all", "closing", "failed"] as const;
/** Where conversations are that nobody works on now, each named after their state. */
export const places = [
  "snoozed",
  "resolved",
  "closed",
] as const satisfies readonly ConversationStatus[];
/** "mentions": where somebody was mentioned, whatever became of it. */
export const views = [...desks, "mentions", ...places] as const;
export type View = (typeof views)[number];

/** In which order a list may be put by hand. */
export const sorts = ["newest", "waiting", "closing", "priority"] as const;
export type Sort = (typeof sorts)[number];

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

/** Which conversations the inbox lists; the address of the page tells it. */
export type Filter = {
  view: View;
  /** "active": open or waiting; "any": whatever it is. */
  status: ConversationStatus | "active" | "any";
  channelId: string | null;
  platform: Platform | null;
  priority: Priority | null;
  /** A member's uid, or "none"; only where the view does not say whose they are. */
  assigneeId: string | null;
  tag: string | null;
  unread: boolean;
  /** Only customers who wait for an answer, the longest wait first. */
  unanswered: boolean;
  /** Only what was written in today. */
  today: boolean;
  /** Only what was resolved today, also what the customer has opened again since. */
  resolvedToday: boolean;
  /** null: as the list is ordered by itself. */
  sort: Sort | null;
};

export const everything: Filter = {
  view: "mine",
  status: "active",
  channelId: null,
  platform: null,
  priority: null,
  assigneeId: null,
  tag: null,
  unread: false,
  unanswered: false,
  today: false,
  resolvedToday: false,
  sort: null,
};

/** Reads a filter from an address; what it does not know, it leaves at its default. */
export function filterFrom(query: URLSearchParams): Filter {
  const view = oneOf(views, query.get("view")) ?? everything.view;
  const read: Filter = {
    view,
    status: oneOf([...statuses, "any" as const], query.get("status")) ?? everything.status,
    channelId: query.get("channel"),
    platform: oneOf(platforms, query.get("platform")) ?? null,
    priority: oneOf(priorities, query.get("priority")) ?? null,
    assigneeId: query.get("assignee"),
    tag: query.get("tag"),
    unread: query.has("unread"),
    unanswered: query.has("unanswered"),
    today: query.has("today"),
    resolvedToday: query.has("resolvedToday"),
    sort: oneOf(sorts, query.get("sort")) ?? null,
  };
  return inView(read, view);
}

/** The query of an address for a filter, with its "?"; empty for the default one. */
export function queryOf(filter: Partial<Filter>): string {
  const query = new URLSearchParams();
  for (const [field, name] of Object.entries(names) as [keyof Filter, string][]) {
    const value = filter[field];
    if (value && value !== everything[field]) query.set(name, value === true ? "1" : value);
  }
  return query.size > 0 ? `?${query}` : "";
}

/** What each part of a filter is called in an address, in the order in which they are written. */
const names: Record<keyof Filter, string> = {
  view: "view",
  status: "status",
  channelId: "channel",
  platform: "platform",
  priority: "priority",
  assigneeId: "assignee",
  tag: "tag",
  unread: "unread",
  unanswered: "unanswered",
  today: "today",
  resolvedToday: "resolvedToday",
  sort: "sort",
};

/** A filter in another view, without the conditions that the view itself decides. */
export function inView(filter: Filter, view: View): Filter {
  const assigneeId = isOwned(view) ? null : filter.assigneeId;
  const status = isPlace(view) ? everything.status : filter.status;
  const there = { ...filter, view, assigneeId, status };
  return filter.sort === ownSort(there) ? { ...there, sort: null } : there;
}

/** A filter with other conditions: one that its view decides itself is asked of all. */
export function changed(filter: Filter, change: Partial<Filter>): Filter {
  const { view } = filter;
  const isOfAll =
    ("assigneeId" in change && isOwned(view)) || ("status" in change && isPlace(view));
  return inView({ ...filter, ...change }, isOfAll ? "all" : view);
}

/** A filter without any condition, in its view and its order. */
export function cleared({ view, sort }: Filter): Filter {
  return { ...everything, view, sort };
}

/** Whether a view says whose its conversations are. */
function isOwned(view: View): boolean {
  return view === "mine" || view === "unassigned";
}

/** Whether a view holds what it holds in whatever state that is, unless one is asked for. */
export function isOfAnyState(view: View): boolean {
  return view === "failed" || view === "mentions";
}

/** Whether a view is told by the title of the list: it has no tab there. */
export function isApart(view: View): view is (typeof places)[number] | "mentions" {
  return view === "mentions" || isPlace(view);
}

/** Whether a view says in which state its conversations are. */
export function isPlace(view: View): view is (typeof places)[number] {
  return (places as readonly View[]).includes(view);
}

/** How a list can be put in order is its own when what it shows has one: then null. */
export function ownSort({ view, resolvedToday, unanswered }: Filter): Sort | null {
  if (view === "closing" || isOfAnyState(view) || resolvedToday) return null;
  return unanswered ? "waiting" : "newest";
}

/** The order that was chosen by hand, where the list can be put in it and is not so by itself. */
export function chosenSort(filter: Filter): Sort | null {
  const own = ownSort(filter);
  return own === null || filter.sort === own ? null : filter.sort;
}

/** A condition that a filter adds to its view. */
export type Condition = Exclude<keyof Filter, "view" | "sort">;

/** The conditions that a filter adds to its view, in the order in which they are told. */
export function conditionsIn(filter: Filter): Condition[] {
  const all = Object.keys(everything) as (keyof Filter)[];
  return all
    .filter((one): one is Condition => one !== "view" && one !== "sort")
    .filter((one) => filter[one] !== everything[one]);
}

/** How many conditions a filter adds to its view. */
export function conditionsOf(filter: Filter): number {
  return conditionsIn(filter).length;
}

/** What a filter's state stands for. */
export function statusesOf({ view, status }: Filter): readonly ConversationStatus[] {
  if (isPlace(view)) return [view];
  if (status === "any") return statuses;
  return status === "active" ? activeStatuses : [status];
}

/** Whether time alone brings conversations into a list, takes them out, or moves them in it. */
export function isTimed(filter: Filter): boolean {
  const closes = filter.view === "closing" || chosenSort(filter) === "closing";
  return closes || filter.today || filter.resolvedToday;
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | undefined {
  return known.find((one) => one === value);
}
