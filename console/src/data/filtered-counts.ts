import { type Source, source } from "../ui/source.ts";
import { type Counts, countOf, counts } from "./conversations.ts";
import { type Filter, orderOf, views } from "./filter.ts";

/** Whether the server can count what a filter shows: whether `passes` has nothing to add to its query. */
export function isCountable(filter: Filter): boolean {
  const by = orderOf(filter);
  if (filter.unread || (filter.resolvedToday && by !== "resolvedAt")) return false;
  if (by === "lastMessageAt") return true;
  if (filter.channelId || filter.platform || filter.priority || filter.today) return false;
  if (by === "resolvedAt") return filter.status === "any";
  return by !== "failedAt" || (filter.status === "active" && !filter.unanswered);
}

/**
 * How many conversations each view holds under the conditions of a filter, counted whenever the views are; a view
 * that the server cannot count under them has no number.
 */
export function countsUnder(filter: Filter): Source<Counts> {
  const tally = source<Counts>({}, () => {
    const count = async () => tally.set(Object.fromEntries(await Promise.all(views.map(counted))));
    void count();
    return counts.subscribe(() => void count());
  });
  const counted = async (view: Filter["view"]) => {
    const asked = { ...filter, view };
    const known = () => tally.value[view];
    return [view, isCountable(asked) ? await countOf(asked).catch(known) : undefined] as const;
  };
  return tally;
}
