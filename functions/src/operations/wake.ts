import { now } from "../platform/clock.ts";
import { log } from "../platform/log.ts";
import { enqueue } from "../platform/tasks.ts";
import { dueOperations } from "./store.ts";

/** Has an operation worked on at once. Where no task can be made the sweep looks after it within a minute. */
export async function wake(workspaceId: string, operationId: string): Promise<void> {
  await enqueue("operate", { workspaceId, operationId }).catch((error) =>
    log.warn("operation.notWoken", { workspaceId, id: operationId, error }),
  );
}

/** Each minute: has those worked on that nobody works on, since their task was lost or their worker died. */
export async function wakeOperations(): Promise<number> {
  const { docs } = await dueOperations(new Date(now())).get();
  for (const { ref } of docs) await wake(ref.path.split("/")[1] ?? "", ref.id);
  return docs.length;
}
