import {
  Conversation,
  type ConversationsQuery,
  ConversationView,
  type Message,
  MessageView,
  statusOf,
  statusTimesOf,
  threadOrder,
} from "@hilo/schema";
import { AppError } from "../platform/errors.ts";
import { type DocumentSnapshot, read } from "../platform/firestore.ts";
import { cursorOf, pageIn } from "./cursor.ts";
import { messageIn } from "./early-changes.ts";
import { firstOfAll } from "./merged.ts";
import { activeParts, saidPage } from "./pages.ts";
import type { Looking } from "./seen.ts";
import { conversationsOf } from "./store.ts";

// What other systems read of conversations: the API's answers, made of the documents.

type Page<Item> = { items: Item[]; cursor: string | null };

/** A page of the conversations that somebody sees, that with the newest message first. */
export async function listConversations(
  viewer: Looking,
  query: ConversationsQuery,
): Promise<Page<ConversationView>> {
  const parts = activeParts(viewer.workspaceId, query, viewer);
  const found = await firstOfAll(parts, "lastMessageAt", query.limit + 1);
  const { docs, next } = pageIn(found, query.limit);
  const items = docs.flatMap((doc) => viewOf(doc) ?? []);
  return { items, cursor: next && cursorOf(next, "lastMessageAt") };
}

/** One conversation; throws `notFound`. */
export async function conversationView(
  workspaceId: string,
  conversationId: string,
): Promise<ConversationView> {
  const found = viewOf(await conversationsOf(workspaceId).doc(conversationId).get());
  if (!found) throw noSuchConversation();
  return found;
}

/** A page of a thread, newest first; throws `notFound` where there is no such conversation. */
export async function listMessages(
  workspaceId: string,
  conversationId: string,
  query: Parameters<typeof saidPage>[2],
): Promise<Page<MessageView>> {
  const [conversation, found] = await Promise.all([
    conversationsOf(workspaceId).doc(conversationId).get(),
    saidPage(workspaceId, conversationId, query).get(),
  ]);
  if (!conversation.exists) throw noSuchConversation();
  const { docs, next } = pageIn(found.docs, query.limit);
  const messages = docs.flatMap((doc) => {
    const message = messageIn(doc);
    return message ? { ...message, id: doc.id } : [];
  });
  const items = messages.sort((a, b) => threadOrder(b, a)).map(messageView);
  return { items, cursor: next && cursorOf(next, "providerAt") };
}

function viewOf(doc: DocumentSnapshot): ConversationView | undefined {
  const found = read(Conversation, doc);
  if (!found) return undefined;
  const { createdAt, updatedAt } = found;
  return ConversationView.parse({
    ...found,
    id: doc.id,
    createdAt: createdAt.getTime(),
    updatedAt: updatedAt.getTime(),
  });
}

function messageView(message: Message & { id: string }): MessageView {
  const { createdAt } = message;
  return MessageView.parse({
    ...message,
    status: statusOf(message),
    statusAt: statusTimesOf(message),
    createdAt: createdAt.getTime(),
  });
}

function noSuchConversation(): AppError {
  return new AppError("notFound", "There is no such conversation.");
}
