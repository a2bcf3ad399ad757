import type { Contact, ListedConversation } from "@hilo/schema";
import { nobody } from "@hilo/schema/words";
import { orderBy, type Query, type QueryConstraint, query, where } from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { Braid } from "./braid.ts";
import { type Watched, watchDocument } from "./document.ts";
import { collectionOf } from "./firestore.ts";
import { reading } from "./following.ts";
import { listed } from "./listed.ts";
import { asked, type Part, partsOf } from "./parts.ts";
import { viewer } from "./sight.ts";
import { inLeg } from "./sorting.ts";
import { blankContact } from "./whole.ts";

/** How many conversations of one person come first, and with each further page. */
const first = 20;

/** A person, live; missing as long as nobody knows whose a conversation is. */
export function contact(contactId: string): Source<Watched<Contact>> {
  if (contactId === nobody) return source<Watched<Contact>>("missing");
  return watchDocument<Contact>(["contacts", contactId], blankContact);
}

export type Theirs = {
  items: readonly ListedConversation[];
  state: "loading" | "ready" | "failed";
  /** Whether the server has not said yet that these are all, and whether the next are on their way. */
  more: boolean;
  loadingMore: boolean;
};

type TheirSource = Source<Theirs> & { more(): void; retry(): void };

/** A person's conversations, the latest first, as they are now: the open one is listened to already. */
export function conversationsWith(contactId: string): TheirSource {
  if (contactId === nobody) return none;
  const follows = partsOf(viewer()).map((part) =>
    reading((...bounds) => latest(contactId, part, ...bounds), listed),
  );
  const stretches = new Braid({ follows, order }, first, show);
  const own = source<Theirs>(theirs(), () => {
    stretches.start();
    return () => stretches.stop();
  });
  function theirs(): Theirs {
    const { state, more, loadingMore } = stretches;
    const items = stretches.items.sort(order);
    return { items, state, more, loadingMore };
  }
  function show(): void {
    own.set(theirs());
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
      show();
    },
  };
}

/** Of whoever nobody knows yet. */
const none: TheirSource = {
  ...source<Theirs>({ items: [], state: "ready", more: false, loadingMore: false }),
  more: () => undefined,
  retry: () => undefined,
};

const order = inLeg({ by: "lastMessageAt", way: "desc" });

function latest(contactId: string, part: Part, ...bounds: QueryConstraint[]): Query {
  return query(
    collectionOf("conversations"),
    ...asked(part),
    where("contactId", "==", contactId),
    orderBy("lastMessageAt", "desc"),
    ...bounds,
  );
}
