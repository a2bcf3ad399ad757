import { randomUUID } from "node:crypto";
import type { Hub } from "../phones/hub.ts";
import type { Exchange } from "./exchange.ts";

const kept = 300;

/** The last exchanges. */
export class Exchanges {
  readonly list: Exchange[] = [];
  readonly #hub: Hub;

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  add(exchange: Omit<Exchange, "id">): void {
    const whole = { id: randomUUID(), ...exchange };
    this.list.push(whole);
    if (this.list.length > kept) this.list.shift();
    this.#hub.tell({ type: "exchange", exchange: whole });
  }

  clear(): void {
    this.list.length = 0;
  }
}
