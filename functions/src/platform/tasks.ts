import { app } from "./app.ts";

/** Puts a task in a queue function of this deployment, for now or for a time. */
export async function enqueue(
  queue: "deliver" | "fetchMedia",
  data: Record<string, string>,
  at?: Date,
): Promise<void> {
  const { getFunctions } = await import("firebase-admin/functions");
  await getFunctions(app())
    .taskQueue(queue)
    .enqueue(data, at ? { scheduleTime: at } : {});
}
