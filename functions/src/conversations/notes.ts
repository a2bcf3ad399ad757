import type { MessageState } from "@hilo/schema";
import { audit, type Doer } from "../audit/audit.ts";
import { noteAbout } from "../files/about.ts";
import { filesOf } from "../files/files.ts";
import { now } from "../platform/clock.ts";
import { altering } from "./current.ts";
import { messageIn } from "./early-changes.ts";
import { mentionedIn } from "./guests.ts";
import { checkMentioned } from "./mentions.ts";
import { stateOf } from "./message-state.ts";
import { refuseOtherNote } from "./same-message.ts";
import { type Doing, filesSeenBy } from "./seen.ts";
import { messageOf } from "./store.ts";
import { noteEntry } from "./system-line.ts";
import { messageTarget } from "./targets.ts";
import { turnBy } from "./turn.ts";

export type Note = {
  messageId: string;
  text: string;
  attachments?: string[] | undefined;
  /** Whom it tells, by uid. */
  mentions?: string[] | undefined;
  /** Whether its writer answers from here on. */
  takeOver?: boolean | undefined;
};

/** Adds an internal note and tells whom it mentions; the same messageId again adds and tells nothing. */
export async function addNote(
  doer: Doer & Doing,
  conversationId: string,
  note: Note,
): Promise<MessageState> {
  const { workspaceId } = doer;
  const files = await filesOf(workspaceId, note.attachments ?? [], filesSeenBy(doer));
  const attachments = files.map(({ id, name, type, size }) => ({
    id,
    name,
    type,
    size,
    state: "ready",
  }));
  const ref = messageOf(workspaceId, conversationId, note.messageId);
  const mentions = [...new Set(note.mentions)];
  await altering(workspaceId, conversationId, async ({ conversation, transaction, alter }) => {
    const known = await ref.get();
    if (known.exists)
      return refuseOtherNote(messageIn(known), {
        text: note.text,
        fileIds: note.attachments ?? [],
        mentions,
      });
    await checkMentioned(transaction, workspaceId, mentions);
    const at = now();
    transaction.create(ref, noteEntry({ text: note.text, attachments, mentions, at }, doer));
    noteAbout(transaction, workspaceId, note.attachments, conversation);
    const changes = {
      ...mentionedIn(conversation, mentions, { by: doer.id, at }),
      ...(note.takeOver ? turnBy(doer, conversation, "note") : {}),
    };
    if (Object.keys(changes).length > 0) alter(changes);
    const target = messageTarget(conversationId, note.messageId, conversation);
    audit(transaction, doer, "conversations.note", target, {});
  });
  return stateOf(workspaceId, conversationId, note.messageId);
}
