import { alone } from "../platform/alone.ts";
import { now } from "../platform/clock.ts";
import type { DocumentSnapshot, Query } from "../platform/firestore.ts";
import { inTurns } from "../platform/in-turns.ts";

/** How many documents are found in one go, and at most in one sweep. */
const page = 200;
const most = 2_000;

/** How many are looked after at once. */
const parallel = 10;

/** How long a sweep begins with new ones, in milliseconds: what is left comes with the next. */
const timeMs = 200_000;

/**
 * Looks after all that a query finds, by pages: workspaces take turns, so that nobody waits behind another's
 * thousands. Gives how many there were.
 */
export async function eachDue(
  query: Query,
  run: (doc: DocumentSnapshot) => Promise<void>,
): Promise<number> {
  const until = now() + timeMs;
  const found = await findAll(query);
  await inTurns(takingTurns(found), parallel, async (doc) => {
    if (now() < until) await alone("sweep.failed", { id: doc.id }, () => run(doc));
  });
  return found.length;
}

async function findAll(query: Query): Promise<DocumentSnapshot[]> {
  const found: DocumentSnapshot[] = [];
  for (;;) {
    const last = found.at(-1);
    const { docs } = await (last ? query.startAfter(last) : query).limit(page).get();
    found.push(...docs);
    if (docs.length < page || found.length >= most) return found;
  }
}

/** The first of each workspace, then the second of each, and so on. */
export function takingTurns<T extends { ref: { path: string } }>(docs: readonly T[]): T[] {
  const turns = new Map<string, number>();
  return docs
    .map((doc) => {
      const workspaceId = doc.ref.path.split("/")[1] ?? "";
      const turn = turns.get(workspaceId) ?? 0;
      turns.set(workspaceId, turn + 1);
      return { doc, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ doc }) => doc);
}
