import type { Follow } from "../../console/src/data/stretch.ts";
import { RowsServer, type Rule } from "./rows-server.ts";

/** A server that is asked for a list in several legs, each with a query of its own over the same rows. */
export class LegsServer<Row extends { id: string }> {
  readonly #legs: readonly RowsServer<Row>[];
  /** All that the legs are parts of. */
  readonly #all: RowsServer<Row>;

  constructor(all: Rule<Row>, legs: readonly Rule<Row>[]) {
    this.#all = new RowsServer(all);
    this.#legs = legs.map((rule) => new RowsServer(rule));
  }

  get follows(): Follow<Row, Row>[] {
    return this.#legs.map(({ follow }) => follow);
  }

  get listeners(): number {
    return this.#sum(({ listeners }) => listeners);
  }

  get sent(): number {
    return this.#sum(({ sent }) => sent);
  }

  set remembered(ids: readonly string[]) {
    for (const leg of this.#legs) leg.remembered = ids;
  }

  put(...rows: readonly Row[]): void {
    for (const one of [this.#all, ...this.#legs]) one.put(...rows);
  }

  change(id: string, changes: Partial<Row>): void {
    for (const one of [this.#all, ...this.#legs]) one.change(id, changes);
  }

  remove(id: string): void {
    for (const one of [this.#all, ...this.#legs]) one.remove(id);
  }

  timePasses(): void {
    for (const one of [this.#all, ...this.#legs]) one.timePasses();
  }

  remember(): void {
    for (const leg of this.#legs) leg.remember();
  }

  /** What one leg says may have the next one asked for. */
  speak(): void {
    for (const leg of this.#legs) leg.speak();
  }

  refuse(): void {
    for (const leg of this.#legs) leg.refuse();
  }

  whole(): readonly Row[] {
    return this.#all.whole();
  }

  #sum(of: (leg: RowsServer<Row>) => number): number {
    return this.#legs.reduce((sum, leg) => sum + of(leg), 0);
  }
}
