import type { ListedConversation } from "@hilo/schema";
import { getCountFromServer, limit, onSnapshot, query } from "firebase/firestore";
import { type OwnSource, type Source, source } from "../ui/source.ts";
import { isDue, mostCounted } from "./count-pace.ts";
import { read } from "./document.ts";
import { desks, everything, type Filter, type View } from "./filter.ts";
import { collectionOf, documentOf } from "./firestore.ts";
import { conditions, type LiveListing, listingOf } from "./listing.ts";
import { whenSignedOut } from "./signed-out.ts";
import { whileHeard, whileVisible } from "./visibility.ts";
import { blankConversation } from "./whole.ts";

export type Counts = Partial<Record<View, number>>;

const every = 30_000;

/**
 * What a live thing is before it is known, when it is not there or not ours to see, and when it is not known for want
 * of a connection.
 */
export type Found<T> = T | "loading" | "missing" | "unloaded";

/** One conversation, live; first as a list shows it, so that opening it has nothing to wait for. */
export function conversationOf(id: string): Source<Found<ListedConversation>> {
  const one: OwnSource<Found<ListedConversation>> = source<Found<ListedConversation>>(
    listedAs(id) ?? "loading",
    () =>
      whileVisible(() =>
        onSnapshot(
          documentOf("conversations", id),
          { includeMetadataChanges: true },
          (found) => {
            const now = read<ListedConversation>(found, blankConversation);
            if (now === "unloaded" && typeof one.value === "object") return;
            one.set(now === "failed" ? "missing" : now);
          },
          () => one.set("missing"),
        ),
      ),
  );
  return one;
}

/** The lists that somebody looks at: only what they tell is of now. */
const lookedAt = new Set<LiveListing>();

function listedAs(id: string): ListedConversation | undefined {
  return [...lookedAt].flatMap((list) => list.value.items).find((one) => one.id === id);
}

/** A list that is known to be looked at while it is. */
function noticed(list: LiveListing): LiveListing {
  const looks = source(list.value, () => {
    lookedAt.add(list);
    const stop = list.subscribe(() => looks.set(list.value));
    return () => {
      lookedAt.delete(list);
      stop();
    };
  });
  return {
    get value() {
      return list.value;
    },
    subscribe: looks.subscribe,
    more: list.more,
    retry: list.retry,
  };
}

let mine: LiveListing | undefined;
let failed: LiveListing | undefined;

whenSignedOut(() => {
  mine = undefined;
  failed = undefined;
});

/** My active conversations: the list that is always live while the console is open. */
export function myConversations(): LiveListing {
  mine ??= noticed(listingOf(everything, whileHeard));
  return mine;
}

/** Those with a send that failed: so few that listening costs less than counting, and each is told at once. */
function failedConversations(): LiveListing {
  failed ??= noticed(listingOf({ ...everything, view: "failed" }));
  return failed;
}

/** The conversations of a filter; what is listened to anyway is not listened to twice. */
export function conversationsIn(filter: Filter): LiveListing {
  const plain = JSON.stringify({ ...everything, view: filter.view }) === JSON.stringify(filter);
  if (plain && filter.view === "mine") return myConversations();
  return plain && filter.view === "failed" ? failedConversations() : noticed(listingOf(filter));
}

/** How many conversations a filter holds, counted by the server; no further than `most`. */
export async function countOf(filter: Filter, most?: number): Promise<number> {
  const all = query(collectionOf("conversations"), ...conditions(filter));
  const counted = await getCountFromServer(most === undefined ? all : query(all, limit(most)));
  return counted.data().count;
}

const tally = source<Counts>({}, () =>
  whileVisible(() => {
    void recount();
    let turn = 0;
    const timer = setInterval(() => {
      turn += 1;
      void recount((view) => isDue(turn, tally.value[view]));
    }, every);
    const stop = failedConversations().subscribe(tellFailed);
    return () => {
      clearInterval(timer);
      stop();
    };
  }),
);

/** How many conversations each desk holds as its tab says it, counted every 30 seconds while visible, many less often. */
export const counts: Source<Counts> = tally;

/** Counts again now; keeps the old numbers when the server cannot be reached. */
async function recount(isWanted: (view: View) => boolean = () => true): Promise<void> {
  if (document.hidden) return;
  const asked = (view: View) => (isWanted(view) ? onServer(view) : tally.value[view]);
  const counted = await Promise.all(desks.map((view) => listedOf(view) ?? asked(view)));
  const known = desks
    .map((view, i) => [view, counted[i]] as const)
    .filter((pair) => pair[1] !== undefined);
  tally.set(Object.fromEntries(known));
}

/** A failure is told as it comes, not with the next count. */
function tellFailed(): void {
  const now = listedOf("failed");
  if (now !== undefined && now !== tally.value.failed) tally.set({ ...tally.value, failed: now });
}

/** What is listened to anyway: as long as it fits one page, counting it again would be a read for nothing. */
function listedOf(view: View): number | undefined {
  const listed = view === "mine" ? mine : view === "failed" ? failed : undefined;
  const whole = listed?.value.state === "ready" && !listed.value.more;
  return whole ? listed.value.items.length : undefined;
}

function onServer(view: View): Promise<number | undefined> {
  return countOf({ ...everything, view }, mostCounted).catch(() => tally.value[view]);
}
