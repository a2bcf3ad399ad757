import { Braid, type Strands } from "./braid.ts";

/**
 * A list of several legs, each in live stretches: where one ends, the next begins by itself. It ends where the last
 * one does.
 */
export class Chain<Item extends { id: string }, Place> {
  readonly #legs: readonly Braid<Item, Place>[];
  readonly #told: () => void;
  /** How many of its legs have begun. */
  #begun = 1;

  /** `size` is how many items a stretch begins with; `told` runs at each change. */
  constructor(legs: readonly Strands<Item, Place>[], size: number, told: () => void) {
    this.#told = told;
    this.#legs = legs.map((strands) => new Braid(strands, size, () => this.#hear()));
  }

  /** Each item once, in no order; one that goes over to another leg is taken from the last one that tells of it. */
  get items(): Item[] {
    const found = this.#open.flatMap(({ items }) => items);
    return [...new Map(found.map((one) => [one.id, one])).values()];
  }

  get state(): "loading" | "ready" | "failed" {
    if (this.#open.some(({ state }) => state === "failed")) return "failed";
    return this.#open.some(({ state }) => state === "ready") ? "ready" : "loading";
  }

  /** Whether the server has not said yet that this is the end. */
  get more(): boolean {
    return this.#begun < this.#legs.length || this.#open.some(({ more }) => more);
  }

  get loadingMore(): boolean {
    return this.#open.some(({ loadingMore }) => loadingMore);
  }

  get upToDate(): boolean {
    return this.#open.every(({ upToDate }) => upToDate);
  }

  start(): void {
    for (const leg of this.#open) leg.start();
  }

  stop(): void {
    for (const leg of this.#legs) leg.stop();
  }

  forget(): void {
    for (const leg of this.#legs) leg.forget();
    this.#begun = 1;
  }

  /** Asks for what comes next, where the first of its legs goes on. */
  next(): void {
    this.#open.find(({ more }) => more)?.next();
  }

  get #open(): readonly Braid<Item, Place>[] {
    return this.#legs.slice(0, this.#begun);
  }

  /** Without one of its legs a list is not whole. */
  #hear(): void {
    if (this.state === "failed") this.stop();
    else this.#goOn();
    this.#told();
  }

  #goOn(): void {
    if (this.#begun >= this.#legs.length || this.#open.some(({ more }) => more)) return;
    this.#begun += 1;
    this.#open.at(-1)?.start();
  }
}
