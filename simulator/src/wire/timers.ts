/** What is still to happen: can be awaited as a whole, and called off as a whole. */
export class Timers {
  readonly #waiting = new Set<NodeJS.Timeout>();
  readonly #running = new Set<Promise<void>>();

  /** Does a task after so many milliseconds; its failure is told to `failed`. */
  after(milliseconds: number, task: () => void | Promise<void>, failed = raise): void {
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      this.track(Promise.resolve().then(task), failed);
    }, milliseconds);
    this.#waiting.add(timer);
  }

  /** Counts a running task among what is still to happen. */
  track(task: Promise<void>, failed = raise): void {
    const run = task.catch(failed).finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  get busy(): boolean {
    return this.#waiting.size > 0 || this.#running.size > 0;
  }

  /** Resolves once nothing waits and nothing runs. */
  async settled(): Promise<void> {
    while (this.busy) {
      await Promise.all(this.#running);
      if (this.#waiting.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  clear(): void {
    for (const timer of this.#waiting) clearTimeout(timer);
    this.#waiting.clear();
  }
}

function raise(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
