import type { Follow } from "../../console/src/data/stretch.ts";
import { RowsServer, type Rule } from "./rows-server.ts";

/** A server that is asked for a list in several questions, each with an answer of its own over the same rows. */
export class LegsServer<Row extends { id: string }> {
  readonly #legs: RowsServer<Row>[] = [];
  /** All that the questions are for. */
  readonly #all: RowsServer<Row>;

  constructor(all: Rule<Row>) {
    this.#all = new RowsServer(all);
  }

  /** Takes one more question. */
  ask(rule: Rule<Row>): Follow<Row, Row> {
    const leg = this.#all.asked(rule);
    this.#legs.push(leg);
    return leg.follow;
  }

  get listeners(): number {
    return this.#sum(({ listeners }) => listeners);
  }

  get sent(): number {
    return this.#sum(({ sent }) => sent);
  }

  set remembered(ids: readonly string[]) {
    for (const one of [this.#all, ...this.#legs]) one.remembered = ids;
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

  /** What one leg says may have another one asked for. */
  speak(): void {
    while (this.#legs.filter((leg) => leg.speak()).length > 0);
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
