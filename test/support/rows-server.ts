import type { Bounds, Follow, Page } from "../../console/src/data/stretch.ts";

type Listener<Row> = {
  bounds: Bounds<Row>;
  took(page: Page<Row, Row>): void;
  failed(): void;
  /** What it was told last; null until the server has spoken. */
  told: readonly Row[] | null;
};

/** What a query holds and how it orders it; equals stand by their ids, the same way. */
export type Rule<Row> = {
  holds(row: Row): boolean;
  at(row: Row): number;
  way: "up" | "down";
};

/** A server of rows that speaks when the test says so, and the cache that answers before it. */
export class RowsServer<Row extends { id: string }> {
  readonly #rule: Rule<Row>;
  readonly #rows = new Map<string, Row>();
  readonly #listeners = new Set<Listener<Row>>();
  #whole: readonly Row[] | undefined;
  /** Ids of what other lists have left in the cache. */
  remembered: readonly string[] = [];
  /** How many documents were sent. */
  sent = 0;

  constructor(rule: Rule<Row>) {
    this.#rule = rule;
  }

  /** Another question over the rows that there are now. */
  asked(rule: Rule<Row>): RowsServer<Row> {
    const other = new RowsServer(rule);
    other.put(...this.#rows.values());
    other.remembered = this.remembered;
    return other;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  put(...rows: readonly Row[]): void {
    for (const row of rows) this.#rows.set(row.id, row);
    this.#whole = undefined;
  }

  change(id: string, changes: Partial<Row>): void {
    const row = this.#rows.get(id);
    if (!row) throw new Error(`There is no ${id}`);
    this.put({ ...row, ...changes });
  }

  remove(id: string): void {
    this.#rows.delete(id);
    this.#whole = undefined;
  }

  /** Those who ask from now on are answered by another time; those who listen are told nothing of it. */
  timePasses(): void {
    this.#whole = undefined;
    for (const one of [...this.#listeners]) if (one.told === null) this.#tell(one);
  }

  /** All that the query holds, in its order. */
  whole(): readonly Row[] {
    this.#whole ??= [...this.#rows.values()]
      .filter((row) => this.#rule.holds(row))
      .sort((a, b) => this.#place(a, b));
    return this.#whole;
  }

  readonly follow: Follow<Row, Row> = (bounds, took, failed) => {
    const listener: Listener<Row> = { bounds, took, failed, told: null };
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The cache says what it remembers, to all who listen. */
  remember(): void {
    for (const one of [...this.#listeners]) {
      const known = this.#within(one.bounds).filter(({ id }) => this.remembered.includes(id));
      one.took({ items: known, end: known.at(-1), fromCache: true });
    }
  }

  /** The server says what has changed, until all who listen know; tells whether there was anything. */
  speak(): boolean {
    let said = false;
    for (let news = true; news; ) {
      news = false;
      for (const one of [...this.#listeners])
        if (this.#listeners.has(one)) news = this.#tell(one) || news;
      said ||= news;
    }
    return said;
  }

  /** Refuses those who wait for their first word. */
  refuse(): void {
    for (const one of [...this.#listeners]) {
      if (one.told !== null) continue;
      this.#listeners.delete(one);
      one.failed();
    }
  }

  #tell(one: Listener<Row>): boolean {
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

  #within({ after, upTo, most }: Bounds<Row>): Row[] {
    return this.whole()
      .filter((row) => !after || this.#place(row, after) > 0)
      .filter((row) => !upTo || this.#place(row, upTo) <= 0)
      .slice(0, most);
  }

  /** Where a row stands beside one as it was once. */
  #place(row: Row, beside: Row): number {
    const { at, way } = this.#rule;
    const byId = row.id === beside.id ? 0 : row.id < beside.id ? -1 : 1;
    return (way === "up" ? 1 : -1) * (at(row) - at(beside) || byId);
  }
}
