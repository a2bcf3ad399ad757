import type { Conversation } from "@hilo/schema";
import { audit, type Doer } from "../audit/audit.ts";
import { altering } from "./current.ts";
import { showRead } from "./receipts.ts";

/**
 * Marks as read what the reader saw: as far as the `seen`th message that ever came in, as the screen's `inboundCount`
 * has it. What arrived since stays unread, whoever else has read meanwhile.
 */
export async function markRead(doer: Doer, id: string, seen: number | undefined): Promise<void> {
  const changed = await setUnread(doer, id, "read", ({ unread, inboundCount }) =>
    Math.max(0, Math.min(unread, inboundCount - (seen ?? inboundCount))),
  );
  if (changed) await showRead(doer.workspaceId, id);
}

/** Marks as unread what somebody wants to come back to; what is unread anyway stays as it is. */
export async function markUnread(doer: Doer, id: string): Promise<void> {
  await setUnread(doer, id, "unread", ({ unread }) => Math.max(1, unread));
}

/** Tells whether that changed anything. */
async function setUnread(
  doer: Doer,
  id: string,
  verb: "read" | "unread",
  count: (conversation: Conversation) => number,
): Promise<boolean> {
  return altering(doer.workspaceId, id, async ({ conversation, transaction, alter }) => {
    const { unread } = conversation;
    const left = count(conversation);
    if (left === unread) return false;
    alter({ unread: left });
    audit(transaction, doer, `conversations.${verb}`, `conversations/${id}`, {
      unread: { from: unread, to: left },
    });
    return true;
  });
}
