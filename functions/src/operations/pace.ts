import { setTimeout as wait } from "node:timers/promises";

/** How many rows go into one commit at most. */
const mostRows = 200;
/** How often the same row is tried, when others always change its document first, before the operation is put off. */
const mostMeetings = 30;
/** How long to wait before the next such try at most (ms). */
const longestMs = 400;

/** How quickly a worker goes on: as fast as it may, in stretches as long as nobody else writes the same documents. */
export class Pace {
  readonly #rate: number;
  #size = mostRows;
  #meetings = 0;
  #free = performance.now();

  /** So many documents a second. */
  constructor(rate: number) {
    this.#rate = rate;
  }

  get size(): number {
    return this.#size;
  }

  /** Waits until what was written before allows more; then counts what was written now. */
  async wrote(documents: number): Promise<void> {
    this.#meetings = 0;
    this.#size = Math.min(mostRows, this.#size * 2);
    this.#free = Math.max(this.#free, performance.now()) + (documents / this.#rate) * 1000;
    const ahead = this.#free - performance.now();
    if (ahead > 0) await wait(ahead);
  }

  /** Somebody changed a document first: fewer at once meet fewer. Throws when it was so too often. */
  async met(): Promise<void> {
    this.#meetings += 1;
    if (this.#meetings > mostMeetings) throw new Error("Others always change this document first");
    if (this.#size === 1) await wait(Math.random() * Math.min(longestMs, 2 ** this.#meetings));
    this.#size = Math.max(1, Math.floor(this.#size / 2));
  }
}
