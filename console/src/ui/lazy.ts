type Host = { requestUpdate(): void };

/** A part that comes with its first use. */
export class Lazy<M> {
  readonly #load: () => Promise<M>;
  #part: M | undefined;
  #asked: Promise<void> | undefined;

  constructor(load: () => Promise<M>) {
    this.#load = load;
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
