import { ApiProblem } from "../../../data/api.ts";
import { fetchAgain } from "../../../data/fetching.ts";
import type { ThreadMessage } from "../../../data/thread-merge.ts";
import { problems } from "../../../text/problems.ts";
import { toast } from "../../../ui/toast.ts";

export type AskedFile = { id: string; failed: () => void };

/** Has the provider asked again for a file that did not come, and for whatever else its message lacks. */
export async function askAgain(
  conversationId: string,
  messages: readonly ThreadMessage[],
  { id, failed }: AskedFile,
): Promise<void> {
  const message = messages.find(({ attachments }) => attachments.some((file) => file.id === id));
  if (!message) return failed();
  try {
    await fetchAgain(conversationId, message.id);
  } catch (error) {
    failed();
    toast({ text: problems[error instanceof ApiProblem ? error.code : "internal"], tone: "bad" });
  }
}
