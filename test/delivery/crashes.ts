import { db } from "../../functions/src/platform/firestore.ts";

export type CrashPoint = { transaction: number; when: "before" | "after" };

/** The three transactions of a send: it is queued, taken, settled. */
export const crashPoints: CrashPoint[] = [1, 2, 3].flatMap((transaction) =>
  (["before", "after"] as const).map((when) => ({ transaction, when })),
);

/** Runs something that dies at a point of its way, as an instance does; tells whether it came that far. */
export async function dyingAt(point: CrashPoint, run: () => Promise<unknown>): Promise<boolean> {
  const firestore = db();
  const original = firestore.runTransaction;
  let count = 0;
  let died = false;
  const dying = async (...call: Parameters<typeof original>) => {
    if (died) throw new Error("A dead instance does nothing");
    count += 1;
    const here = count === point.transaction;
    died = here && point.when === "before";
    if (died) throw new Error("The instance died before the commit");
    const result = await original.apply(firestore, call);
    died = here;
    if (died) throw new Error("The instance died after the commit");
    return result;
  };
  firestore.runTransaction = dying as typeof original;
  try {
    await run();
  } catch (error) {
    if (!died) throw error;
  } finally {
    firestore.runTransaction = original;
  }
  return died;
}
