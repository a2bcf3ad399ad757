import { AsyncLocalStorage } from "node:async_hooks";
import { db } from "../../functions/src/platform/firestore.ts";

/** `transaction`: which of its commits, be it a transaction or a batch. */
export type CrashPoint = { transaction: number; when: "before" | "after" };

/** The three commits of a send: it is queued, taken, settled. */
export const crashPoints: CrashPoint[] = [1, 2, 3].flatMap((transaction) =>
  (["before", "after"] as const).map((when) => ({ transaction, when })),
);

/**
 * Lets something die before and after each of its commits, one life each; `live` tells whether it came that far. Tells
 * how many commits it has.
 */
export async function everyDeath(live: (point: CrashPoint) => Promise<boolean>): Promise<number> {
  for (let transaction = 1; ; transaction += 1) {
    await live({ transaction, when: "before" });
    if (!(await live({ transaction, when: "after" }))) return transaction - 1;
  }
}

/** What belongs to the instance that dies; the provider and the webhooks beside it go on. */
const dying = new AsyncLocalStorage<true>();

/** Runs something that dies at a point of its way, as an instance does; tells whether it came that far. */
export async function dyingAt(point: CrashPoint, run: () => Promise<unknown>): Promise<boolean> {
  const firestore = db();
  const { runTransaction, batch } = firestore;
  let count = 0;
  let died = false;
  const committing = async <T>(commit: () => Promise<T>): Promise<T> => {
    if (!dying.getStore()) return commit();
    if (died) throw new Error("A dead instance does nothing");
    count += 1;
    const here = count === point.transaction;
    died = here && point.when === "before";
    if (died) throw new Error("The instance died before the commit");
    const result = await commit();
    died = here;
    if (died) throw new Error("The instance died after the commit");
    return result;
  };
  Object.assign(firestore, {
    runTransaction: (...call: Parameters<typeof runTransaction>) =>
      committing(() => runTransaction.apply(firestore, call)),
    batch: () => {
      const made = batch.call(firestore);
      const commit = made.commit.bind(made);
      return Object.assign(made, { commit: () => committing(commit) });
    },
  });
  try {
    await dying.run(true, run);
  } catch (error) {
    if (!died) throw error;
  } finally {
    Object.assign(firestore, { runTransaction, batch });
  }
  return died;
}
