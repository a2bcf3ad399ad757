import type { Message } from "@hilo/schema";
import type { NewMessage } from "../conversations/new-message.ts";
import { commit, db, FieldValue } from "../platform/firestore.ts";
import { isPersons } from "./speech.ts";
import { leadOf } from "./store.ts";

/** A person has answered: the lead of the conversation learns when, without a look at it. */
export async function noteAnswer(
  workspaceId: string,
  leadId: string,
  { providerAt }: Pick<Message, "providerAt">,
): Promise<void> {
  const batch = db().batch();
  batch.update(leadOf(workspaceId, leadId), { answeredAt: FieldValue.maximum(providerAt) });
  await commit(batch);
}

/** The same of what was written elsewhere. */
export async function noteEcho({
  workspaceId,
  conversation,
  message,
}: NewMessage): Promise<boolean> {
  if (conversation.leadId === null || message.past || !isPersons(message)) return false;
  await noteAnswer(workspaceId, conversation.leadId, message);
  return false;
}
