import type { Behaviour, FullBehaviour } from "../../wire/behaviour.ts";
import { api } from "./api.ts";
import { store } from "./store.ts";

export type Scope = "next" | "person" | "everybody";

/** What was set in a scope itself. */
export function own(scope: Scope, personId: string | undefined): Behaviour {
  const { everybody, people, next } = store.state.behaviour;
  if (scope === "everybody") return everybody;
  if (scope === "person") return people[personId ?? ""] ?? {};
  return next.find((one) => one.personId === undefined)?.behaviour ?? {};
}

/** What holds in a scope, with what it takes from the wider ones. */
export function effective(scope: Scope, personId: string | undefined): FullBehaviour {
  const { everybody } = store.state.behaviour;
  const person = scope === "everybody" ? {} : own("person", personId);
  return { ...everybody, ...person, ...(scope === "next" ? own("next", personId) : {}) };
}

/** Changes some switches of a scope. */
export function behave(scope: Scope, personId: string | undefined, change: Behaviour): void {
  if (scope === "next") {
    void store.attempt(api.behaveNext({ ...own("next", personId), ...change }));
  } else if (scope === "everybody") {
    void store.attempt(api.behave({ scope, behaviour: change }));
  } else if (personId !== undefined) {
    void store.attempt(api.behave({ scope, personId, behaviour: change }));
  }
}

/** Takes everything back that was set in a scope. */
export function unset(scope: Scope, personId: string | undefined): void {
  if (scope === "next") void store.attempt(api.behaveNext({}));
  else if (scope === "everybody") void store.attempt(api.usual());
  else if (personId !== undefined)
    void store.attempt(api.behave({ scope, personId, behaviour: {} }));
}
