import {
  getDocs,
  limit,
  onSnapshot,
  orderBy,
  type QueryDocumentSnapshot,
  type QuerySnapshot,
  query,
  startAfter,
} from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { collectionOf, fromDocument } from "./firestore.ts";
import { outbox } from "./sending.ts";
import { whenSignedOut } from "./signed-out.ts";
import { merge, type ThreadMessage } from "./thread-merge.ts";
import { whileVisible } from "./visibility.ts";

/** A thread as far as it has been read. */
export type Thread = {
  messages: readonly ThreadMessage[];
  state: "loading" | "ready" | "failed";
  /** Whether there may be earlier messages, and whether they are on their way. */
  older: "some" | "loading" | "none";
};

/** How many messages are live, and how many come with each older page. */
const page = 50;
/** How many threads stay in memory, so that going back to one is instant. */
const keep = 20;

/** One open thread: live at its end, older pages on request. */
export class LiveThread {
  readonly #conversationId: string;
  readonly #stored = new Map<string, ThreadMessage>();
  readonly #own = source<Thread>({ messages: [], state: "loading", older: "some" }, () =>
    this.#attach(),
  );
  #state: Thread["state"] = "loading";
  #older: Thread["older"] = "some";
  #oldest: QueryDocumentSnapshot | undefined;

  constructor(conversationId: string) {
    this.#conversationId = conversationId;
  }

  /** What to show; live for as long as somebody listens. */
  get thread(): Source<Thread> {
    return this.#own;
  }

  /** Reads the page before the oldest message held. */
  async loadOlder(): Promise<void> {
    if (this.#older !== "some" || !this.#oldest) return;
    this.#older = "loading";
    this.#show();
    try {
      const next = query(this.#newestFirst(), startAfter(this.#oldest), limit(page));
      const found = await getDocs(next);
      this.#oldest = found.docs.at(-1) ?? this.#oldest;
      for (const one of found.docs) this.#store(one.id, one.data());
      this.#older = found.size < page ? "none" : "some";
    } catch {
      this.#older = "some";
    }
    this.#show();
  }

  #attach(): () => void {
    const stopOutbox = outbox.watch((id) => id === this.#conversationId && this.#show());
    const stopMessages = whileVisible(() => this.#listen());
    return () => {
      stopOutbox();
      stopMessages();
    };
  }

  #listen(): () => void {
    let first = true;
    return onSnapshot(
      query(this.#newestFirst(), limit(page)),
      { includeMetadataChanges: true },
      (found) => {
        const { fromCache } = found.metadata;
        const nothingYet = fromCache && found.empty && this.#state === "loading";
        if (nothingYet) return;
        if (first) this.#begin(found.docs);
        first = first && fromCache;
        this.#take(found);
      },
      () => {
        this.#state = "failed";
        this.#show();
      },
    );
  }

  /** What was held stays only when it reaches the live page: there may be no hole between them. */
  #begin(live: readonly QueryDocumentSnapshot[]): void {
    if (live.some((one) => this.#stored.has(one.id))) return;
    this.#stored.clear();
    this.#oldest = live.at(-1);
    this.#older = live.length < page ? "none" : "some";
  }

  #take(found: QuerySnapshot): void {
    const fresh = this.#state !== "ready" || found.docChanges().length > 0;
    this.#state = "ready";
    for (const { type, doc } of found.docChanges()) {
      if (type !== "removed") this.#store(doc.id, doc.data());
    }
    outbox.settle(found.docs.map((one) => one.id));
    if (fresh) this.#show();
  }

  #newestFirst() {
    const messages = collectionOf("conversations", this.#conversationId, "messages");
    return query(messages, orderBy("providerAt", "desc"));
  }

  #store(id: string, data: object): void {
    this.#stored.set(id, fromDocument<ThreadMessage>(id, data));
  }

  #show(): void {
    const messages = merge(this.#stored.values(), outbox.of(this.#conversationId));
    this.#own.set({ messages, state: this.#state, older: this.#older });
  }
}

const threads = new Map<string, LiveThread>();
whenSignedOut(() => threads.clear());

/** The thread of a conversation; those read last are kept in memory. */
export function threadOf(conversationId: string): LiveThread {
  const thread = threads.get(conversationId) ?? new LiveThread(conversationId);
  threads.delete(conversationId);
  threads.set(conversationId, thread);
  for (const oldest of [...threads.keys()].slice(0, -keep)) threads.delete(oldest);
  return thread;
}
