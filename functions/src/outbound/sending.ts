import type { Carries, Conversation, Message } from "@hilo/schema";

/** A message on its way out, with the conversation it belongs to. */
export type Sending = Ids & {
  message: Message;
  conversation: Conversation;
};

/** The channel that a sending goes out by: its conversation's or, of a mail about it, the mailbox. */
export function routeOf({
  message,
  conversation,
}: Sending): Pick<Carries, "channelId" | "provider"> {
  return message.carries ?? conversation;
}

export type Ids = { workspaceId: string; conversationId: string; messageId: string };
