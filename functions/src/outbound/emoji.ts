import { changed } from "../conversations/apply-change.ts";
import { messageIn } from "../conversations/early-changes.ts";
import { messageOf } from "../conversations/store.ts";
import { now } from "../platform/clock.ts";
import { stillAs, type Transaction } from "../platform/firestore.ts";
import type { Draft } from "./draft.ts";
import { tellReaction } from "./tell-status.ts";

type Path = { workspaceId: string; conversationId: string };

/** Reads the message we react to, and gives what hangs the reaction on it; nothing for any other message. */
export async function emojiOn(
  transaction: Transaction,
  { workspaceId, conversationId, draft }: Path & { draft: Draft },
): Promise<() => Promise<void>> {
  const targetId = draft.replyTo?.id;
  if (draft.kind !== "reaction" || !targetId) return async () => undefined;
  const ref = messageOf(workspaceId, conversationId, targetId);
  const snapshot = await ref.get();
  const target = messageIn(snapshot);
  const change = { kind: "reaction" as const, emoji: draft.text, by: "us" };
  const changes = target && changed(target, { at: now(), change });
  return async () => {
    if (!changes || Object.keys(changes).length === 0) return;
    transaction.update(ref, changes, stillAs(snapshot));
    await tellReaction(transaction, { workspaceId, conversationId }, targetId);
  };
}
