import type { ListedConversation } from "@hilo/schema";
import { onSnapshot } from "firebase/firestore";
import { type OwnSource, type Source, source } from "../ui/source.ts";
import { isDue, mostCounted } from "./count-pace.ts";
import { countOf } from "./counting.ts";
import { read } from "./document.ts";
import { desks, everything, type Filter, type View } from "./filter.ts";
import { documentOf } from "./firestore.ts";
import { type LiveListing, listingOf } from "./listing.ts";
import { asSeen, isSeen, whenSightChanges } from "./sight.ts";
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
    () => whileVisible(() => asSeen(() => follow(id, one))),
  );
  return one;
}

/** The server says what is not there and what is not ours to see alike, and when it is given away not always. */
function follow(id: string, one: OwnSource<Found<ListedConversation>>): () => void {
  return onSnapshot(
    documentOf("conversations", id),
    { includeMetadataChanges: true },
    (found) => {
      const now = read<ListedConversation>(found, blankConversation);
      if (now === "unloaded" && typeof one.value === "object") return;
      const isHidden = now === "failed" || (typeof now === "object" && !isSeen(now));
      tell(isHidden ? "missing" : now);
    },
    () => tell("missing"),
  );
  function tell(now: Found<ListedConversation>): void {
    if (now === "missing") gone.add(id);
    else gone.delete(id);
    one.set(now);
  }
}

/** What was found to be gone by whoever listens to it, before all others have heard. */
const gone = new Set<string>();
whenSignedOut(() => gone.clear());

/** Whether a conversation is not there, or not to be seen, as far as anybody here has heard. */
export function isGone(conversationId: string): boolean {
  return gone.has(conversationId);
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

const tally = source<Counts>({}, () =>
  whileVisible(() => {
    void recount();
    let turn = 0;
    const timer = setInterval(() => {
      turn += 1;
      void recount((view) => isDue(turn, tally.value[view]));
    }, every);
    const stops = [
      failedConversations().subscribe(tellFailed),
      whenSightChanges(() => void recount()),
    ];
    return () => {
      clearInterval(timer);
      for (const stop of stops) stop();
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
