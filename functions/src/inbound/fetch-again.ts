import { type Attachment, Conversation, Message, type MessageState } from "@hilo/schema";
import { audit, type Doer } from "../audit/audit.ts";
import { stateOf } from "../conversations/message-state.ts";
import { conversationsOf, messageOf } from "../conversations/store.ts";
import { messageTarget } from "../conversations/targets.ts";
import { AppError } from "../platform/errors.ts";
import { type DocumentReference, db, read } from "../platform/firestore.ts";
import { enqueue } from "../platform/tasks.ts";
import { abandoned } from "./media.ts";

/**
 * Has the files of a message fetched again that the provider did not give before. Throws `notFound` without such a
 * message and `conflict` when there is nothing to be asked for. One that is still being fetched is asked for again,
 * too: two tasks keep it once.
 */
export async function fetchAgain(
  doer: Doer,
  conversationId: string,
  messageId: string,
): Promise<MessageState> {
  const { workspaceId } = doer;
  const ref = messageOf(workspaceId, conversationId, messageId);
  await db().runTransaction(async (transaction) => {
    const place = conversationsOf(workspaceId).doc(conversationId);
    const [conversationDoc, messageDoc] = await transaction.getAll(place, ref);
    const conversation = conversationDoc && read(Conversation, conversationDoc);
    const message = messageDoc && read(Message, messageDoc);
    if (!conversation || !message) throw new AppError("notFound", "There is no such message.");
    const wanted = message.attachments.filter(canComeAgain);
    if (wanted.length === 0) throw new AppError("conflict", "No file of it can be fetched again.");
    const attachments = message.attachments.map((file) =>
      canComeAgain(file) ? pending(file) : file,
    );
    transaction.update(ref, { attachments });
    const changes = { files: { to: wanted.length } };
    const target = messageTarget(conversationId, messageId, conversation);
    audit(transaction, doer, "messages.fetchFiles", target, changes);
  });
  try {
    await enqueue("fetchMedia", { workspaceId, conversationId, messageId });
  } catch (error) {
    await giveUp(ref);
    throw error;
  }
  return stateOf(workspaceId, conversationId, messageId);
}

/** What the provider told the place of, and did not give; a file that is too large stays so. */
function canComeAgain({ state, source, reason }: Attachment): boolean {
  return source !== undefined && state !== "ready" && state !== "held" && reason !== "tooLarge";
}

function pending({ reason: _, ...file }: Attachment): Attachment {
  return { ...file, state: "pending" };
}

/** Nobody is going to fetch them: they can be asked for again. */
async function giveUp(ref: DocumentReference): Promise<void> {
  await db().runTransaction(async (transaction) => {
    const { attachments = [] } = read(Message, await transaction.get(ref)) ?? {};
    transaction.update(ref, { attachments: attachments.map(abandoned) });
  });
}
