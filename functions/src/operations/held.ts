import { Operation } from "@hilo/schema";
import { newId, now } from "../platform/clock.ts";
import {
  alreadyExists,
  type DocumentReference,
  db,
  FieldValue,
  failedPrecondition,
  notFound,
  read,
  type Timestamp,
  type WriteBatch,
} from "../platform/firestore.ts";

/** How long the others leave alone what a worker has and says nothing of, in milliseconds. */
export const leaseMs = 2 * 60_000;

/** An operation as its worker last wrote it, and when: nobody else has written it while that holds. */
export type Held = { ref: DocumentReference; worker: string; operation: Operation; at: Timestamp };

/** Takes an operation that nobody works on; undefined when another has it, or when it has ended. */
export async function take(ref: DocumentReference): Promise<Held | undefined> {
  const found = await ref.get();
  const operation = read(Operation, found);
  if (!operation?.dueAt || !found.updateTime || operation.dueAt.getTime() > now()) return undefined;
  const free = { ref, worker: newId(), operation, at: found.updateTime };
  return advance(free, { tries: operation.tries + 1 });
}

/** The gRPC code of a commit that gave way to another. */
const aborted = 10;

/**
 * Commits what a worker did, with how far the operation has come by it; undefined, and nothing is written, when the
 * operation or a document is not as it was read.
 */
export async function advance(
  held: Held,
  change: Partial<Operation>,
  fill: (batch: WriteBatch) => void = () => undefined,
): Promise<Held | undefined> {
  const batch = db().batch();
  fill(batch);
  const told = { worker: held.worker, dueAt: new Date(now() + leaseMs), ...change };
  const updatedAt = FieldValue.serverTimestamp();
  batch.update(held.ref, { ...told, updatedAt }, { lastUpdateTime: held.at });
  try {
    const at = (await batch.commit()).at(-1)?.writeTime;
    return at && { ...held, operation: { ...held.operation, ...told }, at };
  } catch (error) {
    const code = Number((error as { code?: unknown }).code);
    if ([alreadyExists, failedPrecondition, notFound, aborted].includes(code)) return undefined;
    throw error;
  }
}

/** The operation as it is now, also where the answer to a commit was lost; undefined when it is another's. */
export async function readAgain({ ref, worker }: Held): Promise<Held | undefined> {
  const found = await ref.get();
  const operation = read(Operation, found);
  if (operation?.worker !== worker || !found.updateTime) return undefined;
  return { ref, worker, operation, at: found.updateTime };
}
