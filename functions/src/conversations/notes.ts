import type { MessageState } from "@hilo/schema";
import { type Doer, record } from "../audit/audit.ts";
import { filesOf } from "../files/files.ts";
import { db } from "../platform/firestore.ts";
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
    if ((await transaction.get(ref)).exists) return;
    transaction.create(ref, noteEntry(note.text, attachments, doer));
    const target = `conversations/${conversationId}/messages/${note.messageId}`;
    record(transaction, doer, "conversations.note", target, {});
  });
  return stateOf(workspaceId, conversationId, note.messageId);
}
