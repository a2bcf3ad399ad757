import type { ListedConversation } from "@hilo/schema";
import {
  getDocs,
  limit,
  onSnapshot,
  orderBy,
  type Query,
  type QueryConstraint,
  type QueryDocumentSnapshot,
  type QuerySnapshot,
  query,
  startAfter,
  where,
} from "firebase/firestore";
import { type Source, source } from "../ui/source.ts";
import { heard, left } from "./connection.ts";
import {
  activeStatuses,
  closingMs,
  compare,
  directionOf,
  type Filter,
  orderOf,
  passes,
} from "./filter.ts";
import { collectionOf, fromDocument } from "./firestore.ts";
import { signedIn } from "./session.ts";
import { whileVisible } from "./visibility.ts";

export const pageSize = 30;

export type Listing = {
  items: readonly ListedConversation[];
  state: "loading" | "ready" | "failed";
  /** Whether older ones are left to load. */
  more: boolean;
  loadingMore: boolean;
};

export type LiveListing = Source<Listing> & { more(): Promise<void>; retry(): void };

/**
 * The conversations of a filter: its first page live, older ones as they were when loaded. A row that newer ones
 * push out of the live page stays; one that no longer belongs goes.
 */
export function listingOf(filter: Filter): LiveListing {
  const older = new Map<string, ListedConversation>();
  let live = new Map<string, ListedConversation>();
  let last: QueryDocumentSnapshot | undefined;
  let stop: (() => void) | undefined;
  const list = source<Listing>(nothingYet, () => {
    stop = whileVisible(listen);
    return () => {
      stop?.();
      left(list);
    };
  });
  const show = (change: Partial<Listing>) => {
    const all = [...new Map([...older, ...live]).values()];
    const items = all.filter((one) => passes(one, filter, Date.now())).sort(compare(filter));
    list.set({ ...list.value, items, ...change });
  };
  const took = (snapshot: QuerySnapshot) => {
    const { fromCache } = snapshot.metadata;
    if (list.value.state === "ready") heard(list, !fromCache);
    const next = read(snapshot);
    for (const gone of leavers(live, next, filter)) older.set(gone.id, gone);
    for (const { type, doc } of snapshot.docChanges()) if (type !== "removed") older.delete(doc.id);
    live = next;
    last ??= snapshot.docs.at(-1);
    const more = older.size > 0 ? list.value.more : snapshot.size === pageSize;
    const waits = fromCache && snapshot.empty && list.value.state === "loading";
    if (!waits) show({ state: "ready", more });
  };
  function listen(): () => void {
    const failed = () => list.set({ ...list.value, state: "failed" });
    return onSnapshot(
      queryFor(filter, limit(pageSize)),
      { includeMetadataChanges: true },
      took,
      failed,
    );
  }
  async function more(): Promise<void> {
    if (!last || !list.value.more || list.value.loadingMore) return;
    show({ loadingMore: true });
    const page = await getDocs(queryFor(filter, startAfter(last), limit(pageSize))).catch(
      () => null,
    );
    for (const [id, one] of page ? read(page) : []) older.set(id, one);
    last = page?.docs.at(-1) ?? last;
    show({ loadingMore: false, more: page === null || page.size === pageSize });
  }
  function retry(): void {
    stop?.();
    list.set(nothingYet);
    stop = whileVisible(listen);
  }
  return {
    get value() {
      return list.value;
    },
    subscribe: list.subscribe,
    more,
    retry,
  };
}

const nothingYet: Listing = { items: [], state: "loading", more: false, loadingMore: false };

/** The rows that left a full live page because newer ones came, not because they changed. */
function leavers(
  before: ReadonlyMap<string, ListedConversation>,
  after: ReadonlyMap<string, ListedConversation>,
  filter: Filter,
): ListedConversation[] {
  const lowest = [...after.values()].at(-1);
  if (!lowest || after.size < pageSize) return [];
  const order = compare(filter);
  return [...before.values()].filter((one) => !after.has(one.id) && order(lowest, one) < 0);
}

function read(snapshot: QuerySnapshot): Map<string, ListedConversation> {
  return new Map(
    snapshot.docs.map((d) => [d.id, fromDocument<ListedConversation>(d.id, d.data())]),
  );
}

/** The query behind a filter; what it leaves to `passes` would cost an index of its own. */
export function queryFor(filter: Filter, ...rest: QueryConstraint[]): Query {
  return query(
    collectionOf("conversations"),
    ...conditions(filter),
    orderBy(orderOf(filter), directionOf(filter)),
    ...rest,
  );
}

/** The conditions of a filter that Firestore checks. */
export function conditions(filter: Filter): QueryConstraint[] {
  if (filter.view === "failed") return [where("failedAt", ">", 0)];
  const status = filter.status === "active" ? [...activeStatuses] : [filter.status];
  const found: QueryConstraint[] = [where("status", "in", status)];
  if (filter.view === "mine") found.push(where("assigneeId", "==", signedIn().uid));
  if (filter.view === "unassigned") found.push(where("assigneeId", "==", "none"));
  const by = orderOf(filter);
  if (by === "waitingSince") found.push(where("waitingSince", ">", 0));
  if (by === "replyUntil") {
    found.push(
      where("replyUntil", ">", Date.now()),
      where("replyUntil", "<=", Date.now() + closingMs),
    );
  }
  if (by !== "lastMessageAt") return found;
  if (filter.channelId) found.push(where("channelId", "==", filter.channelId));
  if (filter.platform) found.push(where("platform", "==", filter.platform));
  if (filter.priority) found.push(where("priority", "==", filter.priority));
  return found;
}
