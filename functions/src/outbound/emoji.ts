import { changed } from "../conversations/apply-change.ts";
import { messageIn } from "../conversations/early-changes.ts";
import { messageOf } from "../conversations/store.ts";
import { now } from "../platform/clock.ts";
import { stillAs, type Writer } from "../platform/firestore.ts";
import type { Draft } from "./draft.ts";
import { tellReaction } from "./tell-status.ts";

type Path = { workspaceId: string; conversationId: string };

/** Reads the message we react to, and gives what hangs the reaction on it; nothing for any other message. */
export async function emojiOn({
  workspaceId,
  conversationId,
  draft,
}: Path & { draft: Draft }): Promise<(write: Writer) => Promise<void>> {
  const targetId = draft.replyTo?.id;
  if (draft.kind !== "reaction" || !targetId) return async () => undefined;
  const ref = messageOf(workspaceId, conversationId, targetId);
  const snapshot = await ref.get();
  const target = messageIn(snapshot);
  const change = { kind: "reaction" as const, emoji: draft.text, by: "us" };
  const changes = target && changed(target, { at: now(), change });
  return async (write) => {
    if (!changes || Object.keys(changes).length === 0) return;
    write.update(ref, changes, stillAs(snapshot));
    await tellReaction(write, { workspaceId, conversationId }, targetId);
  };
}
