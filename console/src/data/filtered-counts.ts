import { type Source, source } from "../ui/source.ts";
import { type Counts, counts } from "./conversations.ts";
import { mostCounted, mostInPlace } from "./count-pace.ts";
import { canCount, countOf } from "./counting.ts";
import {
  desks,
  everything,
  type Filter,
  inView,
  places,
  statuses,
  statusesOf,
  type View,
} from "./filter.ts";
import { ownLeg } from "./sorting.ts";

/** Whether the server can count what a filter shows: whether `passes` has nothing to add to its query. */
export function isCountable(filter: Filter): boolean {
  const { by } = ownLeg(filter);
  if (filter.unread || (filter.resolvedToday && by !== "resolvedAt")) return false;
  if (by === "lastMessageAt") return true;
  const { channelId, platform, priority, tag, today } = filter;
  if (channelId || platform || priority || tag || today) return false;
  if (by === "resolvedAt") return statusesOf(filter).length === statuses.length;
  if (by === "replyUntil") return !filter.unanswered;
  if (by === "waitingSince") return true;
  return filter.status === "active" && !filter.unanswered && !filter.assigneeId;
}

/**
 * How many conversations each desk holds under the conditions of a filter, as its tab says it, counted whenever the
 * desks are; one that the server cannot count under them has no number.
 */
export function countsUnder(filter: Filter): Source<Counts> {
  return countedWithDesks((before) => countEach(desks, filter, before, mostCounted));
}

/** How many conversations some desks hold in all, counted whenever the desks are. */
export function totalsOf(some: readonly View[]): Source<Counts> {
  return countedWithDesks((before) => countEach(some, everything, before));
}

function countedWithDesks(each: (before: Counts) => Promise<Counts>): Source<Counts> {
  const tally = source<Counts>({}, () => {
    const count = async () => tally.set(await each(tally.value));
    void count();
    return counts.subscribe(() => void count());
  });
  return tally;
}

/**
 * How many conversations each place holds under the conditions of a filter, as its menu says it; without those that
 * cannot be counted.
 */
export function countPlaces(filter: Filter): Promise<Counts> {
  return countEach(places, filter, {}, mostInPlace);
}

async function countEach(
  some: readonly View[],
  filter: Filter,
  before: Counts,
  most?: number,
): Promise<Counts> {
  const counted = async (view: View) => {
    const asked = inView(filter, view);
    const count =
      isCountable(asked) && canCount(asked)
        ? await countOf(asked, most).catch(() => before[view])
        : undefined;
    return [view, count] as const;
  };
  return Object.fromEntries(await Promise.all(some.map(counted)));
}
