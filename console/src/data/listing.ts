import type { ListedConversation } from "@hilo/schema";
import { nobody } from "@hilo/schema/words";
import { orderBy, type Query, type QueryConstraint, query, where } from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { Chain } from "./chain.ts";
import { heard, left } from "./connection.ts";
import { type Filter, isTimed, statusesOf } from "./filter.ts";
import { collectionOf } from "./firestore.ts";
import { following } from "./following.ts";
import { listed } from "./listed.ts";
import { closingMs, passes } from "./passing.ts";
import { signedIn } from "./session.ts";
import { compare, type Leg, legsOf, ownLeg } from "./sorting.ts";
import { spellings } from "./spellings.ts";
import type { Follow } from "./stretch.ts";
import { dayBegan } from "./today.ts";
import { whileVisible } from "./visibility.ts";

export const pageSize = 30;
const minute = 60_000;
/** How many minutes ahead windows that are not closing yet are listened to, before they are asked for anew. */
const aheadMinutes = 30;

export type Listing = {
  items: readonly ListedConversation[];
  /** How many have been loaded, also of those that the filter leaves out. */
  loaded: number;
  state: "loading" | "ready" | "failed";
  /** Whether the server has not said yet that these are all. */
  more: boolean;
  /** Whether the last of them are on their way. */
  loadingMore: boolean;
};

export type LiveListing = Source<Listing> & { more(): void; retry(): void };

/** The conversations of a filter, live as far as they have been asked for; `during` tells while what. */
export function listingOf(filter: Filter, during = whileVisible): LiveListing {
  // As long as the list lives its legs meet at the same moment: otherwise a window could close between two of them.
  const legs = legsOf(filter, Date.now());
  const follows = legs.map((leg) =>
    following((...bounds) => queryFor(filter, leg, ...bounds), listed),
  );
  return listingFrom(filter, follows, during);
}

/** The same from any source that follows stretches, for each leg of the list. */
export function listingFrom<Place>(
  filter: Filter,
  follows: readonly Follow<ListedConversation, Place>[],
  during = whileVisible,
): LiveListing {
  const stretches = new Chain(follows, pageSize, show);
  const list = source<Listing>(nothingYet, () => {
    const stop = during(listen);
    return () => {
      stop();
      left(list);
    };
  });
  function listen(): () => void {
    stretches.start();
    const stopClock = isTimed(filter) ? eachMinute(tick) : () => undefined;
    return () => {
      stopClock();
      stretches.stop();
    };
  }
  function tick(minutes: number): void {
    if (minutes % aheadMinutes === 0) stretches.start();
    show();
  }
  function show(): void {
    const { state, more, loadingMore } = stretches;
    heard(list, stretches.upToDate);
    const all = stretches.items;
    const items = all.filter(belongsTo(filter)).sort(compare(filter));
    list.set({ items, loaded: all.length, state, more, loadingMore });
  }
  function retry(): void {
    stretches.forget();
    list.set(nothingYet);
    stretches.start();
  }
  return {
    get value() {
      return list.value;
    },
    subscribe: list.subscribe,
    more() {
      stretches.next();
      show();
    },
    retry,
  };
}

function belongsTo(filter: Filter): (one: ListedConversation) => boolean {
  const began = dayBegan();
  return (one) => passes(one, filter, Date.now(), began);
}

function eachMinute(run: (minutes: number) => void): () => void {
  let minutes = 0;
  const timer = setInterval(() => {
    minutes += 1;
    run(minutes);
  }, minute);
  return () => clearInterval(timer);
}

const nothingYet: Listing = {
  items: [],
  loaded: 0,
  state: "loading",
  more: true,
  loadingMore: true,
};

/** The query behind a leg of a list; what it leaves to `passes` would cost an index of its own. */
export function queryFor(filter: Filter, leg: Leg, ...rest: QueryConstraint[]): Query {
  return query(
    collectionOf("conversations"),
    ...conditions(filter, leg, aheadMinutes * minute),
    orderBy(leg.by, leg.way),
    ...rest,
  );
}

/** The conditions of a filter that Firestore checks, also of what will be closing within `aheadMs`. */
export function conditions(
  filter: Filter,
  leg: Leg = ownLeg(filter),
  aheadMs = 0,
): QueryConstraint[] {
  if (leg.by === "failedAt") return [where("failedAt", ">", 0)];
  if (leg.by === "mentionedAt") return [where("guests", "array-contains", signedIn().uid)];
  const whose = assigneeOf(filter);
  const found: QueryConstraint[] = whose ? [where("assigneeId", "==", whose)] : [];
  // Whatever its state is now, which would cost an index of its own.
  if (leg.by === "resolvedAt") return [...found, where("resolvedAt", ">=", dayBegan())];
  found.push(where("status", "in", [...statusesOf(filter)]));
  found.push(...leg.bounds.map((bound) => where(...bound)));
  if (filter.view === "closing") found.push(...soonClosed(closingMs + aheadMs));
  if (leg.by === "waitingSince") return [...found, ...tagged(filter)];
  return leg.by === "lastMessageAt" ? [...found, ...furtherConditions(filter)] : found;
}

function assigneeOf({ view, assigneeId }: Filter): string | null {
  if (view === "mine") return signedIn().uid;
  return view === "unassigned" ? nobody : assigneeId;
}

function soonClosed(withinMs: number): QueryConstraint[] {
  const now = Date.now();
  return [where("replyUntil", ">", now), where("replyUntil", "<=", now + withinMs)];
}

/** What is asked for with an index in the order of the latest message only. */
function furtherConditions(filter: Filter): QueryConstraint[] {
  const found: QueryConstraint[] = [];
  if (filter.today) found.push(where("lastMessageAt", ">=", dayBegan()));
  if (filter.channelId) found.push(where("channelId", "==", filter.channelId));
  if (filter.platform) found.push(where("platform", "==", filter.platform));
  if (filter.priority) found.push(where("priority", "==", filter.priority));
  return [...found, ...tagged(filter)];
}

/** Of the longest waiting, too: a rare tag would be looked for through all who wait. */
function tagged({ tag }: Filter): QueryConstraint[] {
  return tag ? [where("tags", "array-contains-any", spellings(tag))] : [];
}
