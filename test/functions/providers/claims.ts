import { deepEqual } from "node:assert/strict";
import { readFileSync } from "node:fs";

type Sample = { event: string; direction: string };

/** Samples that another test asserts on, by that test's file; webhooks are all read by the inbound tests. */
export type Elsewhere = Record<string, readonly string[]>;

/** Fails for a sample that no test claims, for a claim of a sample that is not there, and for one its test does not name. */
export function everySampleIsClaimed(
  here: string,
  samples: readonly Sample[],
  rows: readonly string[],
  elsewhere: Elsewhere,
): void {
  const held = samples.filter(({ direction }) => direction !== "webhook").map(({ event }) => event);
  const claimed = [...rows, ...Object.values(elsewhere).flat()];
  deepEqual(held.toSorted(), claimed.toSorted());
  for (const [file, events] of Object.entries(elsewhere)) {
    const source = readFileSync(new URL(file, here), "utf8");
    deepEqual(
      events.filter((event) => !new RegExp(`\\b${event}\\b`).test(source)),
      [],
      file,
    );
  }
}
