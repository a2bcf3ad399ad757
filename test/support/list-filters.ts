import {
  everything,
  type Filter,
  inView,
  queryOf,
  sorts,
  statuses,
  views,
} from "../../console/src/data/filter.ts";

/** The views of the inbox under conditions of every kind, each once. */
export function manyFilters(): Filter[] {
  const conditions: Partial<Filter>[] = [
    {},
    ...statuses.map((status) => ({ status })),
    { channelId: "twilio-sms" },
    { platform: "sms" },
    { priority: "high" },
    { unread: true },
    { unanswered: true },
    { today: true },
    { channelId: "mail", unread: true },
    { platform: "telegram", priority: "low", unanswered: true },
    { status: "resolved", today: true, channelId: "twilio-whatsapp" },
    { unread: true, unanswered: true, today: true },
    { tag: "vip" },
    { tag: "norte", unread: true, unanswered: true },
    { assigneeId: "beto" },
    { assigneeId: "none", tag: "vip", priority: "low" },
    ...sorts.map((sort) => ({ sort })),
    { sort: "priority", unread: true },
    { sort: "priority", priority: "high", assigneeId: "beto" },
    { sort: "waiting", tag: "norte", platform: "sms" },
    { sort: "closing", status: "resolved", assigneeId: "none" },
    { sort: "newest", unanswered: true },
    { sort: "closing", unanswered: true, today: true },
  ];
  const all = views.flatMap((view) =>
    conditions.map((some) => inView({ ...everything, ...some }, view)),
  );
  return [...new Map(all.map((one) => [queryOf(one), one])).values()];
}

/** What of a filter is set. */
export function different(filter: Filter): object {
  const entries = Object.entries(filter).filter(([, value]) => value !== null && value !== false);
  return Object.fromEntries(entries);
}
