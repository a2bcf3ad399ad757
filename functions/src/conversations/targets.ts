import { aboutOf, type Conversation } from "@hilo/schema";
import type { Target } from "../audit/audit.ts";

/** A conversation as the audit names it, and whom it is about. */
export function conversationTarget(
  conversationId: string,
  { contactId }: Pick<Conversation, "contactId">,
): Target {
  return { path: `conversations/${conversationId}`, about: aboutOf(contactId) };
}

/** A message of it. */
export function messageTarget(
  conversationId: string,
  messageId: string,
  { contactId }: Pick<Conversation, "contactId">,
): Target {
  return {
    path: `conversations/${conversationId}/messages/${messageId}`,
    about: aboutOf(contactId),
  };
}
