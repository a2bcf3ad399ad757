/** One run at a time for each conversation, and one next try for what waits there. */
export class Turns {
  readonly #running = new Map<string, Promise<void>>();
  readonly #awaited = new Set<string>();
  readonly #later: (work: () => void, ms: number) => void;

  constructor(later: (work: () => void, ms: number) => void) {
    this.#later = later;
  }

  /** Begins a run, or gives the one that is going on. */
  take(conversationId: string, work: () => Promise<void>): Promise<void> {
    const known = this.#running.get(conversationId);
    if (known) return known;
    const run = Promise.resolve()
      .then(work)
      .finally(() => {
        if (this.#running.get(conversationId) === run) this.end(conversationId);
      });
    this.#running.set(conversationId, run);
    return run;
  }

  /** Whatever is added from here on needs a run of its own. */
  end(conversationId: string): void {
    this.#running.delete(conversationId);
  }

  /** Does it after a while, unless that is already meant to happen. */
  after(ms: number, conversationId: string, work: () => void): void {
    if (this.#awaited.has(conversationId)) return;
    this.#awaited.add(conversationId);
    this.#later(() => {
      this.#awaited.delete(conversationId);
      work();
    }, ms);
  }
}
