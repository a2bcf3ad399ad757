import type { ListedConversation } from "@hilo/schema";
import type { Change } from "../../../data/desk.ts";

/** What takes a change back, from how the conversation was before; a snooze that is over by `now` is opened. */
export function opposite(
  conversation: Pick<
    ListedConversation,
    "assigneeId" | "priority" | "tags" | "status" | "snoozedUntil"
  >,
  wanted: Exclude<Change, { unread: number }>,
  now: number,
): Change {
  if ("assigneeId" in wanted) return { assigneeId: conversation.assigneeId };
  if ("priority" in wanted) return { priority: conversation.priority };
  if ("tags" in wanted) return { tags: conversation.tags };
  const { status, snoozedUntil } = conversation;
  if (status !== "snoozed") return { status };
  const isOver = snoozedUntil !== null && snoozedUntil <= now;
  return isOver ? { status: "open" } : { status, snoozedUntil };
}
