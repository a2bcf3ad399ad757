import { Conversation, type Message, statusOf } from "@hilo/schema";
import { db, read } from "../platform/firestore.ts";
import { conversationsOf } from "./store.ts";

type Path = { workspaceId: string; conversationId: string };

/**
 * The provider knows best whether its reply window is closed: webhooks may come late and without their time. So an
 * answer that it refused for that closes ours, unless the customer has written since.
 */
export async function closeWindow(path: Path, message: Message): Promise<void> {
  if (statusOf(message) !== "failed" || message.error?.reason !== "windowClosed") return;
  const ref = conversationsOf(path.workspaceId).doc(path.conversationId);
  const { providerAt } = message;
  await db().runTransaction(async (transaction) => {
    const conversation = read(Conversation, await transaction.get(ref));
    if (!conversation || (conversation.lastInboundAt ?? 0) > providerAt) return;
    if ((conversation.replyUntil ?? 0) > providerAt)
      transaction.update(ref, { replyUntil: providerAt });
  });
}
