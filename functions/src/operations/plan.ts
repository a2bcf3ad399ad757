import { text } from "node:stream/consumers";
import type { Operation } from "@hilo/schema";
import { LRUCache } from "lru-cache";
import { blobs } from "../platform/blobs/blobs.ts";
import type { DocumentReference } from "../platform/firestore.ts";
import { inTurns } from "../platform/in-turns.ts";
import { advance, type Held } from "./held.ts";
import { jobOf } from "./job.ts";
import type { Kind } from "./kind.ts";

/** How many rows are kept as one blob, so that a worker never has more of them in memory. */
const rowsAPart = 1000;

type Plan = NonNullable<Operation["plan"]>;

/** Parts that were just read: of each a worker asks some dozen times. */
const parts = new LRUCache<string, string[]>({ max: 4 });

/**
 * Lists the rows of an operation and keeps them. A plan has the name of the worker who makes it, so that none writes into
 * another's, and is known before its bytes are there, so that what a dead worker left is removed.
 */
export async function listRows(held: Held, kind: Kind): Promise<Held | undefined> {
  await removePlan(held.ref, held.operation.plan);
  let mine = await advance(held, { plan: { id: held.worker, parts: 0 } });
  let [total, rows]: [number, string[]] = [0, []];
  for await (const row of kind.plan(jobOf(held))) {
    rows.push(JSON.stringify(row));
    total += 1;
    if (rows.length < rowsAPart) continue;
    mine = mine && (await keepPart(mine, rows));
    if (!mine) return undefined;
    rows = [];
  }
  if (rows.length > 0) mine = mine && (await keepPart(mine, rows));
  return mine && advance(mine, { step: "apply", total });
}

async function keepPart(held: Held, rows: readonly string[]): Promise<Held | undefined> {
  const { id, parts } = held.operation.plan ?? { id: held.worker, parts: 0 };
  const mine = await advance(held, { plan: { id, parts: parts + 1 } });
  if (mine) await blobs().put(placeOf(held.ref, id, parts), Buffer.from(rows.join("\n")), type);
  return mine;
}

const type = "application/x-ndjson";

/** Some rows from one on: at most so many, and none of the next part. */
export async function rowsFrom<Row>(
  { ref, operation: { plan } }: Held,
  kind: Kind<Row>,
  first: number,
  most: number,
): Promise<Row[]> {
  const place = placeOf(ref, plan?.id ?? "", Math.floor(first / rowsAPart));
  const lines = parts.get(place) ?? (await text(await blobs().read(place))).split("\n");
  parts.set(place, lines);
  const start = first % rowsAPart;
  return lines.slice(start, start + most).map((line) => kind.row.parse(JSON.parse(line)));
}

/** Removes the rows of an operation that needs them no more; they may be gone already. */
export async function removePlan(ref: DocumentReference, plan: Plan | null): Promise<void> {
  if (!plan) return;
  const numbers = Array.from({ length: plan.parts }, (_, number) => number);
  await inTurns(numbers, 10, (number) => blobs().remove(placeOf(ref, plan.id, number)));
}

function placeOf({ path }: DocumentReference, id: string, part: number): string {
  const [, workspaceId, , operationId] = path.split("/");
  return `${workspaceId}/operations/${operationId}/${id}-${part}`;
}
