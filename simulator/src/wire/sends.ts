import { BoundedMap } from "./bounded-map.ts";

/** How often the business asked for one of its messages to be sent, and how often it was taken. */
export type Sends = { message: string; calls: number; accepted: number; sids: string[] };

/** Counts sends by our own message id, so that a test can say: never more than one. */
export class SendCounter {
  readonly #sends = new BoundedMap<string, Sends>(50_000);

  called(message: string): void {
    this.#of(message).calls += 1;
  }

  accepted(message: string, sid: string): void {
    const sends = this.#of(message);
    sends.accepted += 1;
    sends.sids.push(sid);
  }

  #of(message: string): Sends {
    const known = this.#sends.get(message);
    if (known) return known;
    const sends = { message, calls: 0, accepted: 0, sids: [] };
    this.#sends.set(message, sends);
    return sends;
  }

  list(): Sends[] {
    return [...this.#sends.values()].map((sends) => ({ ...sends, sids: [...sends.sids] }));
  }

  clear(): void {
    this.#sends.clear();
  }
}
