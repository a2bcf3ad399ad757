import type { ListedConversation } from "@hilo/schema";
import { getCountFromServer, onSnapshot, query } from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { everything, type Filter, type View, views } from "./filter.ts";
import { collectionOf, documentOf, fromDocument } from "./firestore.ts";
import { conditions, type LiveListing, listingOf } from "./listing.ts";
import { whenSignedOut } from "./signed-out.ts";
import { whileVisible } from "./visibility.ts";

export type Counts = Partial<Record<View, number>>;

const every = 30_000;

/** What a live thing is before it is known, and when it is not there or not ours to see. */
export type Found<T> = T | "loading" | "missing";

/** One conversation, live. */
export function conversationOf(id: string): Source<Found<ListedConversation>> {
  const one = source<Found<ListedConversation>>("loading", () =>
    whileVisible(() =>
      onSnapshot(
        documentOf("conversations", id),
        (found) => one.set(found.exists() ? fromDocument(found.id, found.data()) : "missing"),
        () => one.set("missing"),
      ),
    ),
  );
  return one;
}

let mine: LiveListing | undefined;

whenSignedOut(() => {
  mine = undefined;
});

/** My active conversations: the list that is always live while the console is open. */
export function myConversations(): LiveListing {
  mine ??= listingOf(everything);
  return mine;
}

/** The conversations of a filter; mine are the ones already listened to. */
export function conversationsOf(filter: Filter): LiveListing {
  const same = JSON.stringify(filter) === JSON.stringify(everything);
  return same ? myConversations() : listingOf(filter);
}

/** How many conversations a filter holds, counted by the server. */
export async function countOf(filter: Filter): Promise<number> {
  const counted = await getCountFromServer(
    query(collectionOf("conversations"), ...conditions(filter)),
  );
  return counted.data().count;
}

const tally = source<Counts>({}, () =>
  whileVisible(() => {
    void recount();
    const timer = setInterval(() => void recount(), every);
    return () => clearInterval(timer);
  }),
);

/** How many active conversations each view holds, counted every 30 seconds while visible. */
export const counts: Source<Counts> = tally;

/** Counts again now, after something was done; keeps the old numbers when the server cannot be reached. */
export async function recount(): Promise<void> {
  if (document.hidden) return;
  const counted = await Promise.all(views.map((view) => mineIfWhole(view) ?? onServer(view)));
  const known = views
    .map((view, i) => [view, counted[i]] as const)
    .filter((pair) => pair[1] !== undefined);
  tally.set(Object.fromEntries(known));
}

/** Mine are listened to anyway: as long as they fit one page, counting them again would be a read for nothing. */
function mineIfWhole(view: View): number | undefined {
  const listed = mine?.value;
  const whole = view === "mine" && listed?.state === "ready" && !listed.more;
  return whole ? listed.items.length : undefined;
}

function onServer(view: View): Promise<number | undefined> {
  return countOf({ ...everything, view }).catch(() => tally.value[view]);
}
