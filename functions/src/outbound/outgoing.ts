import type { Carries, Conversation, Message } from "@hilo/schema";

export type Parcel = Ids & {
  message: Message;
  conversation: Conversation;
};

/** The channel that a parcel goes out by: its conversation's or, of a mail about it, the mailbox. */
export function routeOf({
  message,
  conversation,
}: Parcel): Pick<Carries, "channelId" | "provider"> {
  return message.carries ?? conversation;
}

export type Ids = { workspaceId: string; conversationId: string; messageId: string };
