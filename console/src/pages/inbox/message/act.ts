import type { ListedConversation } from "@hilo/schema";
import { nobody } from "@hilo/schema/words";
import { ApiProblem } from "../../../data/api.ts";
import { type Change, change } from "../../../data/desk.ts";
import { memberName } from "../../../data/members.ts";
import { isSeen } from "../../../data/sight.ts";
import { t } from "../../../text/desk.ts";
import { upcoming } from "../../../text/formats.ts";
import { problems } from "../../../text/problems.ts";
import { w } from "../../../text/words.ts";
import { toast } from "../../../ui/toast.ts";
import { opposite } from "./opposite.ts";

/**
 * Does something with a conversation: at once on the screen; once it is done, said in a toast and undone from there.
 * What failed is never told as done. Resolves to whether it is done.
 */
export async function act(conversation: ListedConversation, wanted: Change): Promise<boolean> {
  const isDone = await attempt(conversation.id, wanted);
  if (isDone) toast({ text: said(wanted), ...wayBack(conversation, wanted) });
  return isDone;
}

/**
 * Looking again at what was marked as unread takes that back by itself; what was given out of sight, only who sees it.
 */
function wayBack(conversation: ListedConversation, wanted: Change): { undo?: () => void } {
  if ("unread" in wanted || !isSeen({ ...conversation, ...wanted })) return {};
  const back = async () => {
    if (await attempt(conversation.id, opposite(conversation, wanted, Date.now())))
      toast({ text: t.undone });
  };
  return { undo: () => void back() };
}

async function attempt(id: string, wanted: Change): Promise<boolean> {
  try {
    await change(id, wanted);
    return true;
  } catch (error) {
    const code = error instanceof ApiProblem ? error.code : "internal";
    toast({ text: problems[code], tone: "bad" });
    return false;
  }
}

function said(wanted: Change): string {
  if ("assigneeId" in wanted) {
    if (wanted.assigneeId === nobody) return t.doneUnassigned;
    return t.doneAssigned(memberName(wanted.assigneeId) ?? w.unknownMember);
  }
  if ("priority" in wanted) return t.donePriority(w[wanted.priority].toLocaleLowerCase());
  if ("tags" in wanted) return t.doneTags;
  if ("unread" in wanted) return t.doneUnread;
  if (wanted.status === "snoozed") return snoozed(wanted.snoozedUntil);
  return t.doneStatus(w[wanted.status].toLocaleLowerCase());
}

function snoozed(until: number | null): string {
  return t.doneSnoozed(until === null ? t.theirAnswer : upcoming(until, Date.now()));
}
