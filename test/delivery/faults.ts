import { db } from "../../functions/src/platform/firestore.ts";

/** Where the next commit dies: before anything is written, or after, with the answer lost. */
export type Fault = "none" | "beforeCommit" | "afterCommit";

let next: Fault = "none";

/** Has the next batch commit of this process die. */
export function failNext(fault: Fault): void {
  next = fault;
}

/** Puts the faults in the way of every batch; gives back what takes them away again. */
export function interposeFaults(): () => void {
  const firestore = db();
  const original = firestore.batch;
  firestore.batch = () => {
    const batch = original.call(firestore);
    const commit = batch.commit.bind(batch);
    batch.commit = async () => {
      const fault = next;
      next = "none";
      if (fault === "beforeCommit") throw new Error("The instance died before the commit");
      const results = await commit();
      if (fault === "afterCommit") throw new Error("The instance died after the commit");
      return results;
    };
    return batch;
  };
  return () => {
    firestore.batch = original;
  };
}
