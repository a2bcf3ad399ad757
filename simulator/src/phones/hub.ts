import type { BehaviourState } from "../wire/behaviour.ts";
import type { Exchange } from "../wire/exchange.ts";
import type { Person } from "./person.ts";
import type { Entry, Thread } from "./thread.ts";

/** What the page and tests hear as it happens. */
export type SimulatorEvent =
  | { type: "person"; person: Person }
  | { type: "thread"; thread: Omit<Thread, "entries"> }
  | { type: "entry"; entry: Entry }
  | { type: "exchange"; exchange: Exchange }
  | { type: "behaviour"; behaviour: BehaviourState }
  | { type: "reset" };

type Listener = (event: SimulatorEvent) => void;

/** Tells everybody who listens. */
export class Hub {
  readonly #listeners = new Set<Listener>();

  /** Listens until the returned function is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: SimulatorEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
