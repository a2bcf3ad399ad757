import type { Presence } from "@hilo/schema";
import { onSnapshot, query, where } from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { collectionOf, fromDocument } from "./firestore.ts";
import { memberName, members } from "./members.ts";
import { type Present, presentIn } from "./present.ts";
import { signedIn } from "./session.ts";
import { whileVisible } from "./visibility.ts";

/** How many conversations one question may name; the database takes 30. */
export const mostConversations = 30;

/** How often those whose lease ran out are taken away, in milliseconds. */
const lookMs = 6_000;

/** The colleagues who are in some conversations, `mostConversations` at most, by conversation. */
export type Presences = ReadonlyMap<string, readonly Present[]>;

/**
 * Who is in these conversations, live, this member left out; what is `known` of them until the server has told. Asking
 * the same twice costs as much as once.
 */
export function presencesIn(
  conversationIds: readonly string[],
  known: Presences = new Map(),
): Source<Presences> {
  const found = source<Presences>(known, () => {
    if (conversationIds.length === 0) return () => undefined;
    let all: (Presence & { id: string })[] | undefined;
    const { uid } = signedIn();
    const show = () => all && found.set(presentIn(all, colleagueName(uid), Date.now()));
    const take = (next: (Presence & { id: string })[]) => {
      all = next;
      show();
    };
    const stops = [
      whileVisible(() => follow(conversationIds, take)),
      members.subscribe(show),
      every(lookMs, () => all?.length && show()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  });
  return found;
}

function colleagueName(self: string): (id: string) => string | undefined {
  return (id) => (id === self ? undefined : memberName(id));
}

function follow(
  conversationIds: readonly string[],
  take: (all: (Presence & { id: string })[]) => void,
): () => void {
  return onSnapshot(
    query(collectionOf("presences"), where("conversationId", "in", [...conversationIds])),
    ({ docs }) =>
      take(
        docs.map((one) =>
          fromDocument<Presence>(one.id, one.data({ serverTimestamps: "estimate" })),
        ),
      ),
    () => take([]),
  );
}

function every(ms: number, run: () => void): () => void {
  const timer = setInterval(run, ms);
  return () => clearInterval(timer);
}
