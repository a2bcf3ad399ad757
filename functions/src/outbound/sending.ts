import type { Carries, Conversation, Message } from "@hilo/schema";
import type { Timestamp } from "../platform/firestore.ts";

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

/** What whoever queued a message knows of it: nobody else has had it since it was written, if it is still as then. */
export type Handed = {
  conversation?: Conversation;
  message?: Message;
  writtenAt?: Timestamp | undefined;
  /** The pump that asks for it, of a message that only it may deliver. */
  pump?: string;
};
