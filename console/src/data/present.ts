import type { Live } from "@hilo/schema";

/** A colleague in the open conversation. */
export type Present = { id: string; name: string; state: Live["state"] };

/** How long presence counts without being renewed: the schema's lease, in milliseconds. */
const presenceMs = 5 * 60 * 1000;
/** How long "writing" is believed without being said again, in milliseconds. */
const typingMs = 30_000;

/** Who is there now, `self` left out: a lease that ran out no longer counts, an old "writing" is only looking. */
export function presentOf(
  all: readonly (Live & { id: string })[],
  self: string,
  now: number,
): Present[] {
  return all
    .filter(({ id, at }) => id !== self && now - at.getTime() < presenceMs)
    .map(({ id, name, state, at }) => ({
      id,
      name,
      state: now - at.getTime() < typingMs ? state : "viewing",
    }));
}
