import { randomUUID } from "node:crypto";
import type { Hub } from "./hub.ts";

/** One HTTP request between the two ends. */
export type Exchange = {
  id: string;
  at: number;
  /** "in": the business called the provider; "out": the provider called a webhook. */
  direction: "in" | "out";
  method: string;
  path: string;
  /** Null when there was no answer. */
  status: number | null;
  ms: number;
  note?: string;
};

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
