import { app } from "./app.ts";
import { region } from "./region.ts";

/** Puts a task in a queue function of this deployment, for now or for a time. A bare name would mean Google's default region. */
export async function enqueue(
  queue: "deliver" | "fetchMedia" | "operate" | "placeTaken" | "workspaceNight",
  data: Record<string, string>,
  at?: Date,
): Promise<void> {
  const { getFunctions } = await import("firebase-admin/functions");
  await getFunctions(app())
    .taskQueue(`locations/${region}/functions/${queue}`)
    .enqueue(data, at ? { scheduleTime: at } : {});
}
