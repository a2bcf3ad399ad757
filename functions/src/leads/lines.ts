import type { NewMessage } from "../conversations/new-message.ts";
import { messageOf } from "../conversations/store.ts";
import { systemLine, theHouse } from "../conversations/system-line.ts";
import { hash } from "../platform/crypto.ts";
import type { Writer } from "../platform/firestore.ts";
import type { Goal } from "./decision.ts";

/** Adds to a commit the line of the thread that tells in which stage its lead is now, and why. */
export function tellStage(
  write: Writer,
  { workspaceId, conversationId, messageId }: Omit<NewMessage, "message" | "conversation">,
  leadId: string,
  { id, stage, why }: Goal,
): void {
  const [first] = why;
  const event = {
    type: "stage",
    to: `${id}/${stage}`,
    ...(first ? { why: first.rule, words: first.values.slice(0, 10) } : {}),
  } as const;
  const line = messageOf(workspaceId, conversationId, hash("stage", leadId, messageId));
  write.create(line, systemLine(event, theHouse));
}
