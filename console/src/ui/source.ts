import type { ReactiveController, ReactiveControllerHost } from "lit";

/** A value that changes, and tells who listens. */
export type Source<T> = {
  readonly value: T;
  subscribe(listener: () => void): () => void;
};
export type OwnSource<T> = Source<T> & { set(value: T): void };

/** Makes a source; `start` runs with its first listener, and what it returns runs after its last has left. */
export function source<T>(initial: T, start?: () => () => void): OwnSource<T> {
  const listeners = new Set<() => void>();
  let value = initial;
  let stop: (() => void) | undefined;
  return {
    get value() {
      return value;
    },
    set(next) {
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) stop = start?.();
      return () => {
        if (!listeners.delete(listener) || listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
  };
}

/** Renders its element again whenever one of these sources changes, for as long as it is on the page. */
export class Watch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #sources: Source<unknown>[];
  #stops: (() => void)[] = [];
  #connected = false;

  constructor(host: ReactiveControllerHost, ...sources: Source<unknown>[]) {
    this.#host = host;
    this.#sources = sources;
    host.addController(this);
  }

  /** Watches others from now on; asking for the same again changes nothing. */
  to(...sources: Source<unknown>[]): void {
    const same =
      sources.length === this.#sources.length && sources.every((s, i) => s === this.#sources[i]);
    if (same) return;
    const before = this.#stops;
    this.#sources = sources;
    if (this.#connected) this.#subscribe();
    for (const stop of before) stop();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#connected = true;
    this.#subscribe();
  }

  hostDisconnected(): void {
    this.#connected = false;
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  #subscribe(): void {
    const changed = () => this.#host.requestUpdate();
    this.#stops = this.#sources.map((one) => one.subscribe(changed));
  }
}
