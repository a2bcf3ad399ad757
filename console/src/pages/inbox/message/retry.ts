import { ApiProblem } from "../../../data/api.ts";
import { outbox, retryMessage } from "../../../data/sending.ts";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { problems } from "../../../text/problems.ts";
import { toast } from "../../../ui/toast.ts";

/** Sends a message again: one that never left here under its own id, one that failed as a new message. */
export async function retry(conversationId: string, message: ThreadMessage): Promise<void> {
  if (message.local) return outbox.retry(message.id);
  try {
    await retryMessage(conversationId, message.id);
  } catch (error) {
    const code = error instanceof ApiProblem ? error.code : "internal";
    toast({ text: problems[code], tone: "bad" });
  }
}
