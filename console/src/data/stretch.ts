/** What one answer says a stretch holds, in its order; `end` is the place of its last item. */
export type Page<Item, Place> = {
  items: readonly Item[];
  end: Place | undefined;
  /** Whether only this device remembers it so: then there may be more, or other ones. */
  fromCache: boolean;
};

/** From where to where a stretch goes; `most` holds it while nobody knows yet where it ends. */
export type Bounds<Place> = {
  after: Place | undefined;
  upTo: Place | undefined;
  most: number | undefined;
};

/** Listens between two bounds until what it returns is called; after `failed` nothing comes any more. */
export type Follow<Item, Place> = (
  bounds: Bounds<Place>,
  took: (page: Page<Item, Place>) => void,
  failed: () => void,
) => () => void;

/**
 * A part of a list, live. Only the server's word ends it; what the cache remembers is shown until that has come.
 * Once another stretch follows, it goes up to a fixed place, so that nothing is pushed out between the two.
 */
export class Stretch<Item extends { id: string }, Place> {
  items: readonly Item[] = [];
  /** Whether the server has said what it holds, and whether that is still so. */
  answered = false;
  upToDate = false;
  /** Whether, by the server's latest word, more may follow. */
  isFull = false;
  readonly #follow: Follow<Item, Place>;
  readonly #after: Place | undefined;
  readonly #most: number;
  readonly #told: (stretch: Stretch<Item, Place>) => void;
  readonly #failed: (stretch: Stretch<Item, Place>) => void;
  #end: Place | undefined;
  #isClosed = false;
  #isBounded = false;
  #stop: () => void = () => undefined;

  constructor(
    follow: Follow<Item, Place>,
    after: Place | undefined,
    most: number,
    told: (stretch: Stretch<Item, Place>) => void,
    failed: (stretch: Stretch<Item, Place>) => void,
  ) {
    this.#follow = follow;
    this.#after = after;
    this.#most = most;
    this.#told = told;
    this.#failed = failed;
  }

  listen(): void {
    this.stop();
    this.#isBounded = this.#isClosed;
    const bounds = this.#isClosed
      ? { after: this.#after, upTo: this.#end, most: undefined }
      : { after: this.#after, upTo: undefined, most: this.#most };
    this.#stop = this.#follow(
      bounds,
      (page) => this.#take(page),
      () => this.#failed(this),
    );
  }

  stop(): void {
    this.#stop();
    this.#stop = () => undefined;
  }

  /** Ends it where it ends now; tells the place after which the next one begins. */
  close(): Place | undefined {
    this.#isClosed = true;
    return this.#end;
  }

  #take(page: Page<Item, Place>): void {
    this.upToDate = !page.fromCache;
    if (!page.fromCache) this.#hear(page);
    else if (!this.answered && page.items.length > 0) this.items = page.items;
    this.#told(this);
  }

  /** A closed one whose items change is listened to up to its end; until that is answered none of them is lost. */
  #hear({ items, end }: Page<Item, Place>): void {
    this.answered = true;
    const overflows = this.#isClosed && !this.#isBounded && !sameIds(items, this.items);
    this.items = overflows ? joined(items, this.items) : items;
    if (overflows) this.listen();
    if (this.#isClosed) return;
    this.#end = end;
    this.isFull = items.length >= this.#most;
  }
}

function sameIds<Item extends { id: string }>(a: readonly Item[], b: readonly Item[]): boolean {
  const known = new Set(b.map(({ id }) => id));
  return a.length === b.length && a.every(({ id }) => known.has(id));
}

function joined<Item extends { id: string }>(now: readonly Item[], before: readonly Item[]) {
  const known = new Set(now.map(({ id }) => id));
  return [...now, ...before.filter(({ id }) => !known.has(id))];
}
