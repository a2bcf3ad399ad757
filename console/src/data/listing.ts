import type { ListedConversation } from "@hilo/schema";
import { type Source, source } from "../ui/source.ts";
import { aheadMinutes, minute, partsIn, queryFor } from "./asking.ts";
import type { Strands } from "./braid.ts";
import { Chain } from "./chain.ts";
import { heard, left } from "./connection.ts";
import { type Filter, isTimed } from "./filter.ts";
import { following } from "./following.ts";
import { listed } from "./listed.ts";
import { passes } from "./passing.ts";
import { whenSightChanges } from "./sight.ts";
import { compare, inLeg, legsOf } from "./sorting.ts";
import { dayBegan } from "./today.ts";
import { whileVisible } from "./visibility.ts";

export const pageSize = 30;

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
  const asked = () =>
    legs.map((leg) => {
      const parts = partsIn(filter, leg);
      const followPart = (part: (typeof parts)[number]) =>
        following((...bounds) => queryFor(filter, leg, part, ...bounds), listed);
      return { key: JSON.stringify(parts), follows: parts.map(followPart), order: inLeg(leg) };
    });
  return listingFrom(filter, asked, during);
}

/** What a leg is asked for by; another `key` stands for other questions. */
type Asked<Place> = Strands<ListedConversation, Place> & { key: string };

/** The same from any source that follows stretches, for each leg of the list, by what its reader sees. */
export function listingFrom<Place>(
  filter: Filter,
  ask: () => readonly Asked<Place>[],
  during = whileVisible,
): LiveListing {
  let asked = ask();
  let stretches = new Chain(asked, pageSize, show);
  const list = source<Listing>(nothingYet, () => {
    const stop = during(listen);
    return () => {
      stop();
      left(list);
    };
  });
  function listen(): () => void {
    askAnew();
    stretches.start();
    const stopSeeing = whenSightChanges(() => {
      if (askAnew()) stretches.start();
    });
    const stopClock = isTimed(filter) ? eachMinute(tick) : () => undefined;
    return () => {
      stopSeeing();
      stopClock();
      stretches.stop();
    };
  }
  /** Who sees more or less than before is told so by other questions; tells whether there are any. */
  function askAnew(): boolean {
    const now = ask();
    if (keyOf(now) === keyOf(asked)) return false;
    stretches.stop();
    asked = now;
    stretches = new Chain(asked, pageSize, show);
    list.set(nothingYet);
    return true;
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

function keyOf(asked: readonly { key: string }[]): string {
  return asked.map(({ key }) => key).join();
}

function belongsTo(filter: Filter): (one: ListedConversation) => boolean {
  const began = filter.today || filter.resolvedToday ? dayBegan() : 0;
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
