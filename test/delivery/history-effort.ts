import { commitSeed } from "../support/commit-seed.ts";

export type Effort = {
  /** What fast-check draws the histories from. */
  seed: number;
  /** How many histories of each voice, in their order. */
  runs: number[];
  /** What repeats them, in a line. */
  told: string;
};

const many = 150;
const some = 40;

/**
 * By `HISTORY_SEED`, or else by the commit, one voice has 150 histories and each other 40: over the commits every
 * voice has its turn. `HISTORIES` is a number for each.
 */
export function effortFrom(
  { HISTORY_SEED, HISTORIES }: { HISTORY_SEED?: string; HISTORIES?: string },
  voices: readonly string[],
  seedOf: () => number = commitSeed,
): Effort {
  const seed = HISTORY_SEED ? numberFrom("HISTORY_SEED", HISTORY_SEED) : seedOf();
  if (HISTORIES) {
    const count = numberFrom("HISTORIES", HISTORIES);
    const told = `HISTORY_SEED=${seed} HISTORIES=${count} (of each voice)`;
    return { seed, runs: voices.map(() => count), told };
  }
  const chosen = seed % voices.length;
  return {
    seed,
    runs: voices.map((_, index) => (index === chosen ? many : some)),
    told: `HISTORY_SEED=${seed} (${many} histories of ${voices[chosen]}, ${some} of each other voice)`,
  };
}

/** fast-check takes whole numbers of 32 bits. */
function numberFrom(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} is a whole number of at most nine digits`);
  return Number(text);
}
