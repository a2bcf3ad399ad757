import { type Conversation, type Message, threadOrder } from "@hilo/schema";
import type { Transaction } from "../platform/firestore.ts";
import { messageIn } from "./early-changes.ts";
import { newestOf } from "./store.ts";

/** The messages that a customer sees, the last of the thread first. The database knows the order only by time. */
export async function newestMessages(
  workspaceId: string,
  conversationId: string,
  limit: number,
  transaction?: Transaction,
): Promise<(Message & { id: string })[]> {
  const query = newestOf(workspaceId, conversationId, limit);
  const { docs } = transaction ? await transaction.get(query) : await query.get();
  const found = docs.flatMap((doc) => {
    const message = messageIn(doc);
    return message ? [{ ...message, id: doc.id }] : [];
  });
  return found.sort((a, b) => threadOrder(b, a));
}

export type Latest = Pick<Conversation, "lastMessageAt" | "lastOrder">;

/** Whether no other message of the conversation is known to come after this one. */
export function isLast(
  { lastMessageAt, lastOrder }: Latest,
  { providerAt, order = lastOrder }: Pick<Message, "providerAt" | "order">,
): boolean {
  if (providerAt !== lastMessageAt) return providerAt > lastMessageAt;
  return lastOrder === undefined || order === undefined || order >= lastOrder;
}
