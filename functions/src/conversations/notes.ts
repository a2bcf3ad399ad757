import type { MessageState } from "@hilo/schema";
import { type Doer, record } from "../audit/audit.ts";
import { filesOf } from "../files/files.ts";
import { db } from "../platform/firestore.ts";
import { refuseOtherNote } from "./once.ts";
import { messageIn } from "./placeholders.ts";
import { present, stateOf } from "./send.ts";
import { conversationsOf, messageOf } from "./store.ts";
import { noteEntry } from "./system-line.ts";

/** Adds an internal note; the same messageId again adds nothing. */
export async function addNote(
  doer: Doer,
  conversationId: string,
  note: { messageId: string; text: string; attachments?: string[] | undefined },
): Promise<MessageState> {
  const { workspaceId } = doer;
  const files = await filesOf(workspaceId, note.attachments ?? []);
  const attachments = files.map(({ id, name, type, size }) => ({
    id,
    name,
    type,
    size,
    state: "ready",
  }));
  const ref = messageOf(workspaceId, conversationId, note.messageId);
  await db().runTransaction(async (transaction) => {
    await present(conversationsOf(workspaceId).doc(conversationId), transaction);
    const known = await transaction.get(ref);
    if (known.exists)
      return refuseOtherNote(messageIn(known), {
        text: note.text,
        fileIds: note.attachments ?? [],
      });
    transaction.create(ref, noteEntry(note.text, attachments, doer));
    const target = `conversations/${conversationId}/messages/${note.messageId}`;
    record(transaction, doer, "conversations.note", target, {});
  });
  return stateOf(workspaceId, conversationId, note.messageId);
}
