import type { DocumentSnapshot } from "../platform/firestore.ts";
import { inTurns } from "../platform/in-turns.ts";
import { firstActiveSince } from "./store.ts";

/** How many conversations are held in memory, and how many of them are looked at at once. */
const page = 500;
const parallel = 20;

/**
 * Does something with every conversation that had a message at or after a time (ms), once each: one that goes on
 * meanwhile is found again further on.
 */
export async function eachActiveSince(
  workspaceId: string,
  since: number,
  run: (conversation: DocumentSnapshot) => Promise<unknown>,
): Promise<void> {
  const seen = new Set<string>();
  let last: DocumentSnapshot | undefined;
  do {
    const query = firstActiveSince(workspaceId, since, page);
    const { docs } = await (last ? query.startAfter(last) : query).get();
    const fresh = docs.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    await inTurns(fresh, parallel, run);
    last = docs[page - 1];
  } while (last);
}
