import type { ListedConversation } from "@hilo/schema";
import { orderBy, type Query, type QueryConstraint, query, where } from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { heard, left } from "./connection.ts";
import {
  closingMs,
  compare,
  directionOf,
  type Filter,
  isTimed,
  orderOf,
  passes,
  statusesOf,
} from "./filter.ts";
import { collectionOf } from "./firestore.ts";
import { following } from "./following.ts";
import { listed } from "./listed.ts";
import { signedIn } from "./session.ts";
import type { Follow } from "./stretch.ts";
import { Stretches } from "./stretches.ts";
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

/** The conversations of a filter, live as far as they have been asked for. */
export function listingOf(filter: Filter): LiveListing {
  const within = (...bounds: QueryConstraint[]) => queryFor(filter, ...bounds);
  return listingFrom(filter, following(within, listed));
}

/** The same from any source that follows stretches in the order of the filter. */
export function listingFrom<Place>(
  filter: Filter,
  follow: Follow<ListedConversation, Place>,
): LiveListing {
  const stretches = new Stretches(follow, pageSize, show);
  const list = source<Listing>(nothingYet, () => {
    const stop = whileVisible(listen);
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

/** The query behind a filter; what it leaves to `passes` would cost an index of its own. */
export function queryFor(filter: Filter, ...rest: QueryConstraint[]): Query {
  return query(
    collectionOf("conversations"),
    ...conditions(filter, aheadMinutes * minute),
    orderBy(orderOf(filter), directionOf(filter)),
    ...rest,
  );
}

/** The conditions of a filter that Firestore checks, also of what will be closing within `aheadMs`. */
export function conditions(filter: Filter, aheadMs = 0): QueryConstraint[] {
  if (filter.view === "failed") return [where("failedAt", ">", 0)];
  const by = orderOf(filter);
  const found: QueryConstraint[] = [];
  if (filter.view === "mine") found.push(where("assigneeId", "==", signedIn().uid));
  if (filter.view === "unassigned") found.push(where("assigneeId", "==", "none"));
  // Whatever its state is now, which would cost an index of its own.
  if (by === "resolvedAt") return [...found, where("resolvedAt", ">=", dayBegan())];
  found.push(where("status", "in", [...statusesOf(filter)]));
  if (by === "waitingSince") found.push(where("waitingSince", ">", 0));
  if (by === "replyUntil") {
    found.push(
      where("replyUntil", ">", Date.now()),
      where("replyUntil", "<=", Date.now() + closingMs + aheadMs),
    );
  }
  if (by !== "lastMessageAt") return found;
  if (filter.today) found.push(where("lastMessageAt", ">=", dayBegan()));
  if (filter.channelId) found.push(where("channelId", "==", filter.channelId));
  if (filter.platform) found.push(where("platform", "==", filter.platform));
  if (filter.priority) found.push(where("priority", "==", filter.priority));
  return found;
}
