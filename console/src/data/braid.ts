import type { Follow } from "./stretch.ts";
import { Stretches } from "./stretches.ts";

/** Questions for one list, each in the same order, and how two of its items stand to each other in that. */
export type Strands<Item, Place> = {
  follows: readonly Follow<Item, Place>[];
  order(a: Item, b: Item): number;
};

/**
 * A list that takes several questions, each in live stretches of its own: all of them as one, in their order. It is
 * shown as far as each of them has been read, since what comes there next may stand anywhere behind; it ends where all
 * of them do.
 */
export class Braid<Item extends { id: string }, Place> {
  readonly #strands: readonly Stretches<Item, Place>[];
  readonly #order: (a: Item, b: Item) => number;
  readonly #size: number;
  readonly #told: () => void;
  /** Those that have heard something, the latest last. */
  #heard: Stretches<Item, Place>[] = [];
  /** How many items are to be shown, once more was asked for. */
  #wanted = 0;
  /** The strand that went on last, and how much it held then. */
  #going: { strand: Stretches<Item, Place>; had: number } | undefined;

  /** `size` is how many items a stretch begins with; `told` runs at each change. */
  constructor({ follows, order }: Strands<Item, Place>, size: number, told: () => void) {
    this.#order = order;
    this.#size = size;
    this.#told = told;
    this.#strands = follows.map((follow) => {
      const strand: Stretches<Item, Place> = new Stretches(follow, size, () => this.#hear(strand));
      return strand;
    });
  }

  /** Each item once, in no order: as it was heard of last. */
  get items(): Item[] {
    const all = this.#all;
    const open = this.#open;
    if (this.#strands.length === 1 || open.length === 0) return all;
    const edge = open.map((one) => this.#edgeOf(one)).reduce((a, b) => this.#first(a, b));
    return edge === undefined ? [] : all.filter((one) => this.#order(one, edge) <= 0);
  }

  get state(): "loading" | "ready" | "failed" {
    if (this.#strands.some(({ state }) => state === "failed")) return "failed";
    return this.#strands.every(({ state }) => state === "ready") ? "ready" : "loading";
  }

  /** Whether the server has not said yet that this is the end. */
  get more(): boolean {
    return this.#open.length > 0;
  }

  get loadingMore(): boolean {
    return this.#strands.some(({ loadingMore }) => loadingMore);
  }

  get upToDate(): boolean {
    return this.#strands.every(({ upToDate }) => upToDate);
  }

  start(): void {
    for (const one of this.#strands) one.start();
  }

  /** Listens no more, and keeps what it holds. */
  stop(): void {
    for (const one of this.#strands) one.stop();
  }

  forget(): void {
    for (const one of this.#strands) one.forget();
    this.#heard = [];
    this.#wanted = 0;
  }

  /** Asks for as many more as a stretch begins with, of whichever strands have them. */
  next(): void {
    if (this.#strands.length > 1) this.#wanted = this.items.length + this.#size;
    this.#goOn();
  }

  get #all(): Item[] {
    const found = new Map<string, Item>();
    for (const { items } of this.#heard) for (const one of items) found.set(one.id, one);
    return [...found.values()];
  }

  /** The strands that have not come to their end. */
  get #open(): Stretches<Item, Place>[] {
    return this.#strands.filter(({ more }) => more);
  }

  /** How far a strand has been read; undefined while nothing of it is known. */
  #edgeOf({ items }: Stretches<Item, Place>): Item | undefined {
    return items.reduce<Item | undefined>(
      (last, one) => (last === undefined || this.#order(one, last) > 0 ? one : last),
      undefined,
    );
  }

  /** Whichever stands before the other; what is not known, before all. */
  #first(a: Item | undefined, b: Item | undefined): Item | undefined {
    if (a === undefined || b === undefined) return undefined;
    return this.#order(a, b) <= 0 ? a : b;
  }

  /** Only the strand that has been read the least holds the others up. */
  #goOn(): void {
    const [least] = this.#open
      .map((strand) => ({ strand, edge: this.#edgeOf(strand) }))
      .sort((a, b) => (this.#first(a.edge, b.edge) === a.edge ? -1 : 1));
    if (!least) return;
    this.#going = { strand: least.strand, had: least.strand.items.length };
    least.strand.next();
  }

  #hear(strand: Stretches<Item, Place>): void {
    this.#heard = [...this.#heard.filter((one) => one !== strand), strand];
    this.#goOnAsFarAsWanted();
    this.#told();
  }

  /** What was refused is asked for again by hand only. */
  #goOnAsFarAsWanted(): void {
    if (this.#wanted === 0 || this.loadingMore) return;
    const { strand, had = 0 } = this.#going ?? {};
    const isRefused = strand?.more && strand.items.length <= had;
    if (isRefused || !this.more || this.items.length >= this.#wanted) this.#wanted = 0;
    else this.#goOn();
  }
}
