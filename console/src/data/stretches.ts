import { type Follow, Stretch } from "./stretch.ts";

/** A list in live stretches, one after the other, as far as it has been asked for. */
export class Stretches<Item extends { id: string }, Place> {
  readonly #follow: Follow<Item, Place>;
  readonly #size: number;
  readonly #told: () => void;
  /** From its beginning on. */
  #all: Stretch<Item, Place>[] = [];
  /** Those that have heard something, the latest last. */
  #heard: Stretch<Item, Place>[] = [];
  #failed = false;

  /** `size` is how many items each stretch begins with; `told` runs at each change. */
  constructor(follow: Follow<Item, Place>, size: number, told: () => void) {
    this.#follow = follow;
    this.#size = size;
    this.#told = told;
  }

  /** Each item once, in no order: one that moves is where it was heard of last. */
  get items(): Item[] {
    const found = new Map<string, Item>();
    for (const { items } of this.#heard) for (const one of items) found.set(one.id, one);
    return [...found.values()];
  }

  get state(): "loading" | "ready" | "failed" {
    if (this.#failed) return "failed";
    const [first] = this.#all;
    return first?.answered || (first?.items.length ?? 0) > 0 ? "ready" : "loading";
  }

  /** Whether the server has not said yet that this is the end. */
  get more(): boolean {
    const last = this.#all.at(-1);
    return !last?.answered || last.isFull;
  }

  /** Whether the server has not said yet what comes last. */
  get loadingMore(): boolean {
    return !this.#all.at(-1)?.answered;
  }

  /** Whether all that has been heard from the server is still so. */
  get upToDate(): boolean {
    return this.#all.every(({ answered, upToDate }) => upToDate || !answered);
  }

  /** Listens, from its beginning or to what was listened to before. */
  start(): void {
    this.#failed = false;
    if (this.#all.length === 0) this.#begin(undefined);
    else for (const one of this.#all) one.listen();
  }

  /** Listens no more, and keeps what it holds. */
  stop(): void {
    for (const one of this.#all) one.stop();
  }

  forget(): void {
    this.stop();
    this.#all = [];
    this.#heard = [];
    this.#failed = false;
  }

  /** Asks for the next stretch, unless the last one is on its way or the end is reached. */
  next(): void {
    const last = this.#all.at(-1);
    if (last?.answered && last.isFull && !this.#failed) this.#begin(last.close());
  }

  #begin(after: Place | undefined): void {
    const one = new Stretch(this.#follow, after, this.#size, this.#hear, this.#fail);
    this.#all.push(one);
    one.listen();
  }

  readonly #hear = (stretch: Stretch<Item, Place>): void => {
    this.#heard = [...this.#heard.filter((one) => one !== stretch), stretch];
    this.#told();
  };

  /** The next stretch can be asked for again; without one that was there the list is not whole. */
  readonly #fail = (stretch: Stretch<Item, Place>): void => {
    const isNext = stretch === this.#all.at(-1) && this.#all.length > 1 && !stretch.answered;
    if (isNext) this.#all.pop();
    else {
      this.#failed = true;
      this.stop();
    }
    this.#heard = this.#heard.filter((one) => this.#all.includes(one));
    this.#told();
  };
}
