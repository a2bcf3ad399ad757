import {
  type DocumentData,
  orderBy,
  type Query,
  type QueryConstraint,
  type QueryDocumentSnapshot,
  query,
} from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { collectionOf, fromDocument } from "./firestore.ts";
import { following } from "./following.ts";
import { outbox } from "./sending.ts";
import { whenSignedOut } from "./signed-out.ts";
import type { Follow } from "./stretch.ts";
import { Stretches } from "./stretches.ts";
import { merge, type ThreadMessage } from "./thread-merge.ts";
import { whileVisible } from "./visibility.ts";
import { blankMessage } from "./whole.ts";

/** A thread as far as it has been read. */
export type Thread = {
  messages: readonly ThreadMessage[];
  state: "loading" | "ready" | "failed";
  /** Whether there may be earlier messages, whether they are on their way, or the server said that these are all. */
  older: "some" | "loading" | "none";
};

/** How many messages come first, and with each older page. */
const page = 50;
/** How many threads stay in memory, so that going back to one is instant. */
const keep = 20;

/** One open thread, live from its end as far back as it has been asked for. */
export class LiveThread<Place> {
  readonly #conversationId: string;
  readonly #stretches: Stretches<ThreadMessage, Place>;
  readonly #own = source<Thread>({ messages: [], state: "loading", older: "loading" }, () =>
    this.#attach(),
  );

  constructor(conversationId: string, follow: Follow<ThreadMessage, Place>) {
    this.#conversationId = conversationId;
    this.#stretches = new Stretches(follow, page, () => this.#told());
  }

  /** What to show; live for as long as somebody listens. */
  get thread(): Source<Thread> {
    return this.#own;
  }

  /** Asks for the page before the oldest message held. */
  loadOlder(): void {
    this.#stretches.next();
    this.#show();
  }

  #attach(): () => void {
    const stopOutbox = outbox.watch((id) => id === this.#conversationId && this.#show());
    const stopMessages = whileVisible(() => {
      this.#stretches.start();
      return () => this.#stretches.stop();
    });
    return () => {
      stopOutbox();
      stopMessages();
    };
  }

  #told(): void {
    outbox.settle(this.#stretches.items.map(({ id }) => id));
    this.#show();
  }

  #show(): void {
    const { items, state, more, loadingMore } = this.#stretches;
    const messages = merge(items, outbox.of(this.#conversationId));
    const older = loadingMore ? "loading" : more ? "some" : "none";
    this.#own.set({ messages, state, older });
  }
}

type Kept = LiveThread<QueryDocumentSnapshot>;

const threads = new Map<string, Kept>();
whenSignedOut(() => threads.clear());

/** The thread of a conversation; those read last are kept in memory. */
export function threadOf(conversationId: string): Kept {
  const thread = threads.get(conversationId) ?? begin(conversationId);
  threads.delete(conversationId);
  threads.set(conversationId, thread);
  for (const oldest of [...threads.keys()].slice(0, -keep)) threads.delete(oldest);
  return thread;
}

function begin(conversationId: string): Kept {
  const within = (...bounds: QueryConstraint[]) => newestFirst(conversationId, ...bounds);
  return new LiveThread(conversationId, following(within, threadMessage));
}

function newestFirst(conversationId: string, ...bounds: QueryConstraint[]): Query {
  const messages = collectionOf("conversations", conversationId, "messages");
  return query(messages, orderBy("providerAt", "desc"), ...bounds);
}

function threadMessage(id: string, data: DocumentData): ThreadMessage {
  return fromDocument<ThreadMessage>(id, data, blankMessage);
}
