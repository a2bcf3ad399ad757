import { type OwnSource, source } from "../ui/source.ts";

export type SignedLinks = { links: Record<string, string>; expires: number };
type Known = { url: string; expires: number };

/** How long before its end a link is asked for again, in milliseconds. */
export const renewMs = 60_000;
const mostIds = 50;

/** Signed links of files, asked for in batches and renewed before they end. */
export class FileLinks {
  /** Changes whenever links came, or are about to end. */
  readonly changed: OwnSource<number> = source(0);
  readonly #ask: (ids: readonly string[]) => Promise<SignedLinks>;
  readonly #now: () => number;
  readonly #later: (work: () => void, ms: number) => () => void;
  readonly #known = new Map<string, Known>();
  readonly #wanted = new Set<string>();
  readonly #asked = new Set<string>();
  #stop: () => void = () => undefined;

  /** `later` does work after a time, until what it returns is called. */
  constructor(
    ask: (ids: readonly string[]) => Promise<SignedLinks>,
    now: () => number,
    later: (work: () => void, ms: number) => () => void,
  ) {
    this.#ask = ask;
    this.#now = now;
    this.#later = later;
  }

  /** The link of a file, or nothing until it has come; whoever shows it watches `changed`. */
  of(id: string): string | undefined {
    const known = this.#known.get(id);
    const left = (known?.expires ?? 0) - this.#now();
    if (left <= renewMs && !this.#asked.has(id)) this.#want(id);
    return left > 0 ? known?.url : undefined;
  }

  /** Shows a file of this device under an id that the server does not know. */
  own(id: string, file: Blob): void {
    if (this.#known.has(id)) return;
    this.#known.set(id, { url: URL.createObjectURL(file), expires: Number.POSITIVE_INFINITY });
  }

  #want(id: string): void {
    if (this.#wanted.size === 0) queueMicrotask(() => void this.#fetch());
    this.#wanted.add(id);
  }

  async #fetch(): Promise<void> {
    const ids = [...this.#wanted];
    this.#wanted.clear();
    for (let from = 0; from < ids.length; from += mostIds) {
      await this.#batch(ids.slice(from, from + mostIds));
    }
  }

  async #batch(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#asked.add(id);
    try {
      const { links, expires } = await this.#ask(ids);
      for (const [id, url] of Object.entries(links)) this.#known.set(id, { url, expires });
      this.#renewAt(expires);
    } catch {
      this.#renewAt(this.#now() + renewMs + 5_000);
    }
    // A file without a link stays asked for until the next renewal, so that it is not asked for in a circle.
    for (const id of ids) if (this.#known.has(id)) this.#asked.delete(id);
    this.changed.set(this.changed.value + 1);
  }

  #renewAt(expires: number): void {
    this.#stop();
    const wait = Math.max(1000, expires - renewMs - this.#now());
    this.#stop = this.#later(() => {
      this.#asked.clear();
      this.changed.set(this.changed.value + 1);
    }, wait);
  }
}
