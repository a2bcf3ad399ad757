import type { Presence } from "@hilo/schema";

/** A colleague who has a conversation before them. */
export type Present = { id: string; name: string; state: Presence["state"] };

/** How long presence counts without being renewed: the schema's lease, in milliseconds. */
const presenceMs = 5 * 60 * 1000;
/** How long "writing" is believed without being said again, in milliseconds. */
const typingMs = 30_000;

/**
 * Who is where now, by conversation and by name: who has no name, as this member here, is left out; a lease that ran
 * out no longer counts; an old "writing" is only looking.
 */
export function presentIn(
  all: readonly (Presence & { id: string })[],
  nameOf: (id: string) => string | undefined,
  now: number,
): ReadonlyMap<string, readonly Present[]> {
  const present = new Map<string, Present[]>();
  for (const { id, conversationId, state, at } of all) {
    const name = nameOf(id);
    const age = now - at.getTime();
    if (name === undefined || age >= presenceMs) continue;
    const one: Present = { id, name, state: age < typingMs ? state : "viewing" };
    present.set(conversationId, [...(present.get(conversationId) ?? []), one]);
  }
  for (const some of present.values()) some.sort((a, b) => a.name.localeCompare(b.name));
  return present;
}
