import type * as z from "zod";
import type { Behaviour, BehaviourChange, BehaviourState, FullBehaviour } from "./behaviour.ts";
import { usual } from "./usual.ts";

/** The switches and their scopes. An empty behaviour for a person or for the next message takes it back. */
export class Behaviours {
  readonly #base: FullBehaviour;
  #everybody: Behaviour = {};
  readonly #people = new Map<string, Behaviour>();
  #next: BehaviourState["next"] = [];

  readonly #changed: (state: BehaviourState) => void;

  constructor(base: Behaviour, changed: (state: BehaviourState) => void) {
    this.#base = { ...usual, ...base };
    this.#changed = changed;
  }

  change(change: z.output<typeof BehaviourChange>): void {
    const { behaviour } = change;
    if (change.scope === "everybody") this.#everybody = { ...this.#everybody, ...behaviour };
    else if (change.scope === "person") this.#setPerson(change.personId, behaviour);
    else this.#setNext(change.personId, change.times, behaviour);
    this.#changed(this.state());
  }

  #setPerson(personId: string, behaviour: Behaviour): void {
    if (Object.keys(behaviour).length === 0) this.#people.delete(personId);
    else this.#people.set(personId, { ...this.#people.get(personId), ...behaviour });
  }

  #setNext(personId: string | undefined, left: number, behaviour: Behaviour): void {
    const others = this.#next.filter((next) => next.personId !== personId);
    if (Object.keys(behaviour).length === 0) this.#next = others;
    else this.#next.push({ personId, left, behaviour });
  }

  /** How the provider treats the message that just came for a person; uses up one "next". */
  take(personId: string): FullBehaviour {
    const next = this.#next.find((one) => !one.personId || one.personId === personId);
    if (!next) return this.of(personId);
    next.left -= 1;
    this.#next = this.#next.filter((one) => one.left > 0);
    this.#changed(this.state());
    return { ...this.of(personId), ...next.behaviour };
  }

  /** What holds for a person now, the next message apart. */
  of(personId: string): FullBehaviour {
    return { ...this.#base, ...this.#everybody, ...this.#people.get(personId) };
  }

  /** Everybody is treated as from the start; persons and next messages keep what was set for them. */
  usual(): void {
    this.#everybody = {};
    this.#changed(this.state());
  }

  reset(): void {
    this.#everybody = {};
    this.#people.clear();
    this.#next = [];
  }

  state(): BehaviourState {
    return {
      everybody: { ...this.#base, ...this.#everybody },
      changed: Object.keys(this.#everybody).length > 0,
      people: Object.fromEntries(this.#people),
      next: this.#next.map((next) => ({ ...next })),
    };
  }
}
