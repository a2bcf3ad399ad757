import { log } from "./log.ts";

/**
 * Puts a task in a queue function of this deployment. A task that cannot be queued is not lost: whoever queues
 * one also leaves a due time that the sweep finds.
 */
export async function enqueue(
  queue: "deliver" | "fetchMedia",
  data: Record<string, string>,
  at?: Date,
): Promise<void> {
  const { getFunctions } = await import("firebase-admin/functions");
  const { db } = await import("./firestore.ts");
  db();
  try {
    await getFunctions()
      .taskQueue(queue)
      .enqueue(data, at ? { scheduleTime: at } : {});
  } catch (error) {
    log.warn("task.notQueued", { queue, error });
  }
}
