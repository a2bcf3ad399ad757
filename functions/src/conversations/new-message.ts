import { Conversation, type Message } from "@hilo/schema";
import { read } from "../platform/firestore.ts";
import { conversationsOf } from "./store.ts";

/** A message that was just created, with the conversation it belongs to: what every reaction gets. */
export type NewMessage = {
  workspaceId: string;
  conversationId: string;
  messageId: string;
  message: Message;
  conversation: Conversation;
};

/** Reads the conversation of a new message once, for all reactions. */
export async function newMessageOf(
  ids: Pick<NewMessage, "workspaceId" | "conversationId" | "messageId">,
  message: Message,
): Promise<NewMessage | undefined> {
  const conversation = read(
    Conversation,
    await conversationsOf(ids.workspaceId).doc(ids.conversationId).get(),
  );
  return conversation && { ...ids, message, conversation };
}
