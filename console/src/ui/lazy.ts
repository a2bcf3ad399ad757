type Host = { requestUpdate(): void };

/** Parts that come before their first use where there is time: what they are drawn in would be pushed about by them. */
const ahead = new Set<Lazy<unknown>>();

/** Fetches what may come ahead of its use, as far as what uses it is there. */
export async function fetchLazyAhead(): Promise<void> {
  await Promise.all([...ahead].map((part) => part.load()));
}

/** A part that comes with its first use. */
export class Lazy<M> {
  readonly #load: () => Promise<M>;
  #part: M | undefined;
  #asked: Promise<void> | undefined;

  constructor(load: () => Promise<M>, options: { ahead?: boolean } = {}) {
    this.#load = load;
    if (options.ahead) ahead.add(this);
  }

  /** The part, or nothing yet: then `host` is drawn again once it has come. */
  of(host: Host): M | undefined {
    if (this.#part === undefined) {
      void this.load().then(() => this.#part && host.requestUpdate());
    }
    return this.#part;
  }

  /** Resolves once it is there, or could not be had. */
  load(): Promise<void> {
    this.#asked ??= this.#load().then(
      (part) => {
        this.#part = part;
      },
      () => {
        this.#asked = undefined;
      },
    );
    return this.#asked;
  }
}
