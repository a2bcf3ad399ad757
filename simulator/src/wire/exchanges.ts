import { randomUUID } from "node:crypto";
import type { Exchange } from "./exchange.ts";

const kept = 300;

/** The last exchanges. */
export class Exchanges {
  readonly list: Exchange[] = [];
  readonly #added: (exchange: Exchange) => void;

  constructor(added: (exchange: Exchange) => void) {
    this.#added = added;
  }

  add(exchange: Omit<Exchange, "id">): void {
    const whole = { id: randomUUID(), ...exchange };
    this.list.push(whole);
    if (this.list.length > kept) this.list.shift();
    this.#added(whole);
  }

  clear(): void {
    this.list.length = 0;
  }
}
