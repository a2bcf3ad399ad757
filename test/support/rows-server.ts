import type { ListedConversation } from "@hilo/schema";
import {
  activeStatuses,
  closingMs,
  compare,
  type Filter,
  orderOf,
} from "../../console/src/data/filter.ts";
import type { Bounds, Follow, Page } from "../../console/src/data/stretch.ts";

type Place = ListedConversation;
type Listener = {
  bounds: Bounds<Place>;
  took(page: Page<ListedConversation, Place>): void;
  failed(): void;
  /** What it was told last; null until the server has spoken. */
  told: readonly ListedConversation[] | null;
};

/** Whose list it is. */
export const self = "ana";

/** A server of conversations that speaks when the test says so, and the cache that answers before it. */
export class RowsServer {
  readonly #filter: Filter;
  readonly #rows = new Map<string, ListedConversation>();
  readonly #listeners = new Set<Listener>();
  #whole: readonly ListedConversation[] | undefined;
  /** Ids of what other lists have left in the cache. */
  remembered: readonly string[] = [];
  /** How many documents were sent. */
  sent = 0;

  constructor(filter: Filter) {
    this.#filter = filter;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  put(...rows: readonly ListedConversation[]): void {
    for (const row of rows) this.#rows.set(row.id, row);
    this.#whole = undefined;
  }

  change(id: string, changes: Partial<ListedConversation>): void {
    const row = this.#rows.get(id);
    if (!row) throw new Error(`There is no ${id}`);
    this.put({ ...row, ...changes });
  }

  remove(id: string): void {
    this.#rows.delete(id);
    this.#whole = undefined;
  }

  /** All that the filter's query holds, in its order. */
  whole(): readonly ListedConversation[] {
    this.#whole ??= [...this.#rows.values()]
      .filter((row) => isHeld(row, this.#filter))
      .sort(compare(this.#filter));
    return this.#whole;
  }

  readonly follow: Follow<ListedConversation, Place> = (bounds, took, failed) => {
    const listener: Listener = { bounds, took, failed, told: null };
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The cache says what it remembers, to those who have heard nothing yet or have lost the server. */
  remember(): void {
    for (const one of [...this.#listeners]) {
      const known = this.#within(one.bounds).filter(({ id }) => this.remembered.includes(id));
      one.took({ items: known, end: known.at(-1), fromCache: true });
    }
  }

  /** The server says what has changed, until all who listen know. */
  speak(): void {
    for (let news = true; news; ) {
      news = false;
      for (const one of [...this.#listeners])
        if (this.#listeners.has(one)) news = this.#tell(one) || news;
    }
  }

  /** Refuses those who wait for their first word. */
  refuse(): void {
    for (const one of [...this.#listeners]) {
      if (one.told !== null) continue;
      this.#listeners.delete(one);
      one.failed();
    }
  }

  #tell(one: Listener): boolean {
    const items = this.#within(one.bounds);
    const before = new Set(one.told);
    const isKnown =
      one.told?.length === items.length && items.every((row, i) => row === one.told?.[i]);
    if (isKnown) return false;
    this.sent += items.filter((row) => !before.has(row)).length;
    one.told = items;
    one.took({ items, end: items.at(-1), fromCache: false });
    return true;
  }

  #within({ after, upTo, most }: Bounds<Place>): ListedConversation[] {
    return this.whole()
      .filter((row) => !after || this.#place(row, after) > 0)
      .filter((row) => !upTo || this.#place(row, upTo) <= 0)
      .slice(0, most);
  }

  /** Where a row stands beside one that was somewhere once. */
  #place(row: ListedConversation, beside: Place): number {
    const by = orderOf(this.#filter);
    const same = row.id === beside.id && row[by] === beside[by];
    return same ? 0 : compare(this.#filter)(row, beside);
  }
}

/** What the query of a filter holds, written down once more. */
function isHeld(row: ListedConversation, filter: Filter): boolean {
  const wanted: readonly string[] = filter.status === "active" ? activeStatuses : [filter.status];
  if (!wanted.includes(row.status)) return false;
  if (filter.view === "mine" && row.assigneeId !== self) return false;
  if (filter.view === "unassigned" && row.assigneeId !== "none") return false;
  const by = orderOf(filter);
  if (by === "waitingSince") return row.waitingSince !== null;
  if (by === "replyUntil") return isClosing(row.replyUntil);
  return (
    (!filter.channelId || row.channelId === filter.channelId) &&
    (!filter.platform || row.platform === filter.platform) &&
    (!filter.priority || row.priority === filter.priority)
  );
}

function isClosing(replyUntil: number | null): boolean {
  return replyUntil !== null && replyUntil > Date.now() && replyUntil <= Date.now() + closingMs;
}
