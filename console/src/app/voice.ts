import { type Source, source } from "../ui/source.ts";

type Told = { key: string; at: number };

/**
 * Of all tabs of a member in this browser one speaks: the one that had the focus last, so that it knows what is looked
 * at. Where the browser has no locks or refuses them, each speaks for itself.
 */
export class Voice {
  readonly #name: string;
  readonly #channel: BroadcastChannel;
  readonly #speaking = source(false);
  /** What was spoken of, here or in another tab: a tab that slept meanwhile does not repeat it. */
  readonly #told = new Map<string, number>();
  #waiting: AbortController | undefined;
  #release: () => void = () => undefined;
  #taking = false;
  #ended = false;

  constructor(owner: string) {
    this.#name = `hilo.alerts:${owner}`;
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = ({ data }: MessageEvent<Told>) => this.#note(data);
    window.addEventListener("focus", this.#step);
    if (document.hasFocus()) this.#step();
    else this.#queue();
  }

  /** Whether this tab is the one that speaks. */
  get speaking(): Source<boolean> {
    return this.#speaking;
  }

  /** Whether it is new to every tab; from now on it is to none. */
  tell(key: string, at: number): boolean {
    if ((this.#told.get(key) ?? 0) >= at) return false;
    const told: Told = { key, at };
    this.#note(told);
    this.#channel.postMessage(told);
    return true;
  }

  end(): void {
    this.#ended = true;
    window.removeEventListener("focus", this.#step);
    this.#channel.close();
    this.#waiting?.abort();
    this.#release();
  }

  #note({ key, at }: Told): void {
    this.#told.set(key, Math.max(at, this.#told.get(key) ?? 0));
  }

  /** Takes the word from whichever tab has it. */
  readonly #step = (): void => {
    if (this.#speaking.value || this.#taking) return;
    this.#taking = true;
    this.#waiting?.abort();
    void this.#take({ steal: true });
  };

  #queue(): void {
    this.#waiting = new AbortController();
    void this.#take({ signal: this.#waiting.signal });
  }

  async #take(options: LockOptions): Promise<void> {
    let held = false;
    const hold = () => {
      held = true;
      this.#taking = false;
      this.#speaking.set(true);
      return new Promise<void>((resolve) => {
        this.#release = resolve;
      });
    };
    try {
      await navigator.locks.request(this.#name, options, hold);
      this.#speaking.set(false);
    } catch {
      this.#lost(held, options.signal?.aborted ?? false);
    }
  }

  /** Another tab took the word, this one asked for it otherwise, or the browser refuses to tell them apart. */
  #lost(held: boolean, isAsked: boolean): void {
    if (isAsked || this.#ended) return;
    this.#taking = false;
    this.#speaking.set(!held);
    if (held) this.#queue();
  }
}
