import { audit, type Doer } from "../audit/audit.ts";
import { altering } from "./current.ts";
import { showRead } from "./receipts.ts";
import { conversationTarget } from "./targets.ts";

/**
 * Marks as read what the reader saw: as far as the `seen`th message that ever came in, as the screen's `inboundCount`
 * has it. What arrived since stays unread, whoever else has read meanwhile.
 */
export async function markRead(doer: Doer, id: string, seen: number | undefined): Promise<void> {
  const read = await altering(doer.workspaceId, id, async ({ conversation, alter }) => {
    const { unread, inboundCount } = conversation;
    const left = Math.max(0, Math.min(unread, inboundCount - (seen ?? inboundCount)));
    if (left === unread) return undefined;
    alter({ unread: left });
    return conversation;
  });
  if (read) await showRead(doer.workspaceId, id, read);
}

/** Marks as unread what somebody wants to come back to; what is unread anyway stays as it is. */
export async function markUnread(doer: Doer, id: string): Promise<void> {
  await altering(doer.workspaceId, id, async ({ conversation, transaction, alter }) => {
    const { unread } = conversation;
    if (unread > 0) return;
    alter({ unread: 1 });
    audit(transaction, doer, "conversations.unread", conversationTarget(id, conversation), {
      unread: { from: unread, to: 1 },
    });
  });
}
