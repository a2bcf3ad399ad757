import { Conversation, type Message, statusOf } from "@hilo/schema";
import { conversationsOf } from "../conversations/store.ts";
import { db, read } from "../platform/firestore.ts";

type Path = { workspaceId: string; conversationId: string };

/**
 * The provider knows best whether its reply window is closed: webhooks may come late and without their time. So an
 * answer that it refused for that closes ours, unless the customer has written since. Whether it was open.
 */
export async function closeWindow(path: Path, message: Message): Promise<boolean> {
  if (statusOf(message) !== "failed" || message.error?.reason !== "windowClosed") return false;
  const ref = conversationsOf(path.workspaceId).doc(path.conversationId);
  const { providerAt } = message;
  return db().runTransaction(async (transaction) => {
    const conversation = read(Conversation, await transaction.get(ref));
    if (!conversation || (conversation.lastInboundAt ?? 0) > providerAt) return false;
    if ((conversation.replyUntil ?? 0) <= providerAt) return false;
    transaction.update(ref, { replyUntil: providerAt });
    return true;
  });
}
