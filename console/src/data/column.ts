import type { ListedLead } from "@hilo/schema";
import {
  orderBy,
  type Query,
  type QueryConstraint,
  type QueryDocumentSnapshot,
  query,
  where,
} from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { byPlace } from "./board-order.ts";
import { Braid } from "./braid.ts";
import { heard, left } from "./connection.ts";
import { collectionOf, fromDocument } from "./firestore.ts";
import { following } from "./following.ts";
import { asked, leadPartsOf, type Part } from "./parts.ts";
import { viewer, whenSightChanges } from "./sight.ts";
import { whileVisible } from "./visibility.ts";
import { blankLead } from "./whole.ts";

/** How many cards of a column come first, and with each further page. */
export const cardsAtATime = 25;

/** Where leads stand of which nobody knows yet what they are about. */
export const tray = "tray";

export type Column = {
  cards: readonly ListedLead[];
  state: "loading" | "ready" | "failed";
  /** Whether the server has not said yet that these are all, and whether the next are on their way. */
  more: boolean;
  loadingMore: boolean;
};

export type LiveColumn = Source<Column> & { more(): void; retry(): void };

const nothingYet: Column = { cards: [], state: "loading", more: true, loadingMore: true };

/** The leads of a column in its order, live as far as they have been asked for. */
export function columnIn(column: string): LiveColumn {
  const fresh = () => {
    const follows = leadPartsOf(viewer()).map((part) =>
      following((...bounds) => within(column, part, ...bounds), read),
    );
    return new Braid<ListedLead, QueryDocumentSnapshot>(
      { follows, order: byPlace },
      cardsAtATime,
      show,
    );
  };
  let stretches = fresh();
  const own = source<Column>(nothingYet, () => {
    const stop = whileVisible(() => {
      stretches.start();
      const endSight = whenSightChanges(again);
      return () => {
        endSight();
        stretches.stop();
      };
    });
    return () => {
      stop();
      left(own);
    };
  });
  function again(): void {
    stretches.stop();
    stretches = fresh();
    own.set(nothingYet);
    stretches.start();
  }
  function show(): void {
    const { state, more, loadingMore, upToDate, items } = stretches;
    heard(own, upToDate);
    // A list that can no longer be followed keeps what it showed.
    const cards = state === "failed" ? own.value.cards : items.sort(byPlace);
    own.set({ cards, state, more, loadingMore });
  }
  return {
    get value() {
      return own.value;
    },
    subscribe: own.subscribe,
    more() {
      stretches.next();
      show();
    },
    retry() {
      stretches.forget();
      stretches.start();
    },
  };
}

/** What a column is ordered by: the tray has no order of its own, there the newest stands first. */
export function orderIn(column: string): { by: string; way: "asc" | "desc" } {
  return column === tray ? { by: "openedAt", way: "desc" } : { by: "funnel.rank", way: "asc" };
}

function within(column: string, part: Part, ...rest: QueryConstraint[]): Query {
  const { by, way } = orderIn(column);
  const own = [...asked(part), where("column", "==", column)];
  return query(collectionOf("leads"), ...own, orderBy(by, way), ...rest);
}

function read(id: string, data: Record<string, unknown>): ListedLead {
  return fromDocument<ListedLead>(id, data, blankLead);
}
